-- The bare SQL of each page: what a person would write who wants nothing but what the page shows. Words after a colon
-- are parameters. Where a page shows what was made ready of many papers (the scoreboard), there are two: `page` fetches
-- the same ready rows, still packed, of which a line of SQL can read nothing; `kept` asks for what is shown of the
-- statements themselves, as far as SQL can say it.

-- page: area overview
SELECT id, as_of, usual_area FROM pages_board WHERE id = :board;
SELECT states, plans, differences, packed FROM pages_boardplace WHERE board_id = :board AND place = :place;
SELECT plan, kind, title, area, period, states, tallies FROM pages_boardplan
  WHERE board_id = :board AND place = :place ORDER BY "order" LIMIT 8;
SELECT place, plans, values_held FROM pages_boardplace WHERE board_id = :board
  ORDER BY plans DESC, values_held DESC, place LIMIT 12;
SELECT d.slug, d.title, d.number, d.said_on, d.read_on,
    (SELECT count(*) FROM registry_fact f WHERE f.document_id = d.id AND f.kind = 0 AND NOT f.superseded)
  FROM registry_document d WHERE d.access = 'public' AND d.withdrawn_on IS NULL AND d.read_on >= date('now', '-7 days')
  ORDER BY d.read_on DESC, d.id DESC LIMIT 8;
SELECT f.mention, f.start, d.slug FROM registry_fact f JOIN registry_document d ON d.id = f.document_id
  WHERE f.mention IN (SELECT mention FROM registry_fact WHERE document_id = :paper LIMIT 16);

-- page: areas
SELECT place, plans, values_held FROM pages_boardplace WHERE board_id = :board ORDER BY plans DESC, values_held DESC;

-- page: plans
SELECT DISTINCT place FROM pages_boardplan WHERE board_id = :board;
SELECT count(*) FROM pages_boardplan WHERE board_id = :board;
SELECT plan, kind, title, area, period, states, tallies FROM pages_boardplan WHERE board_id = :board
  ORDER BY "order" LIMIT 50;

-- page: plan
SELECT packed FROM pages_boardplan WHERE board_id = :board AND plan = :plan;
SELECT f.mention, f.start, d.slug FROM registry_fact f JOIN registry_document d ON d.id = f.document_id
  WHERE f.mention IN (SELECT mention FROM registry_fact WHERE document_id = :paper LIMIT 240);

-- page: indicators
SELECT place FROM pages_boardplace WHERE board_id = :board AND values_held > 0 ORDER BY values_held DESC, place;
SELECT packed FROM pages_boardplace WHERE board_id = :board AND place = :place;
SELECT f.mention, f.start, d.slug FROM registry_fact f JOIN registry_document d ON d.id = f.document_id
  WHERE f.mention IN (SELECT mention FROM registry_fact WHERE document_id = :paper LIMIT 100);

-- page: indicator
SELECT s.*, (SELECT count(*) FROM registry_standing t WHERE t.series_id = s.id AND t.klass = 0)
  FROM registry_series s WHERE s.indicator = :indicator;
SELECT t.klass, t.first, t.last, t.placement_id, json_extract(t.rivals, '$[0]', '$[1]', '$[2]', '$[3]', '$[4]')
  FROM registry_standing t WHERE t.series_id = :series AND t.klass IN (0, 1) ORDER BY t.last DESC LIMIT 120;
SELECT f.body, f.mention, f.start, d.slug, d.name, d.head, d.said_on, p.first, p.last, p.rank
  FROM registry_placement p JOIN registry_fact f ON f.id = p.fact_id JOIN registry_document d ON d.id = f.document_id
  WHERE p.id IN (SELECT placement_id FROM registry_standing WHERE series_id = :series AND klass IN (0, 1)
    UNION SELECT j.value FROM registry_standing t, json_each(t.rivals) j
      WHERE t.series_id = :series AND t.klass IN (0, 1) AND j.key < 5);
SELECT count(*)
  FROM registry_placement p JOIN registry_fact f ON f.id = p.fact_id JOIN registry_document d ON d.id = f.document_id
  WHERE p.series_id = :series AND NOT f.superseded AND d.access = 'public' AND d.withdrawn_on IS NULL
    AND d.stands_for_id IS NULL;
SELECT f.body, f.mention, f.start, d.slug, d.name, d.head, d.said_on, p.first, p.last, p.rank
  FROM registry_placement p JOIN registry_fact f ON f.id = p.fact_id JOIN registry_document d ON d.id = f.document_id
  WHERE p.series_id = :series AND NOT f.superseded AND d.access = 'public' AND d.withdrawn_on IS NULL
    AND d.stands_for_id IS NULL ORDER BY p.last DESC, p.published DESC, p.id LIMIT 40;

-- page: papers
SELECT count(*) FROM registry_document WHERE access = 'public' AND withdrawn_on IS NULL;
SELECT id, slug, title, number, type, issuer, publisher, said_on FROM registry_document
  WHERE access = 'public' AND withdrawn_on IS NULL ORDER BY said_on DESC, id LIMIT 50;
SELECT document_id, kind, count(*) FROM registry_fact WHERE NOT superseded AND document_id IN (
    SELECT id FROM registry_document WHERE access = 'public' AND withdrawn_on IS NULL ORDER BY said_on DESC, id LIMIT 50)
  GROUP BY document_id, kind;
SELECT DISTINCT substr(said_on, 1, 4) FROM registry_document WHERE access = 'public' AND withdrawn_on IS NULL;
SELECT type, count(*) FROM registry_document WHERE access = 'public' AND withdrawn_on IS NULL GROUP BY type;
SELECT area, count(*) FROM registry_document WHERE access = 'public' AND withdrawn_on IS NULL GROUP BY area;
SELECT issuer, count(*) FROM registry_document WHERE access = 'public' AND withdrawn_on IS NULL GROUP BY issuer;

-- page: document
SELECT d.*, t.text, t.packed FROM registry_document d JOIN registry_documenttext t ON t.document_id = d.id
  WHERE d.id = :paper;
SELECT start, kind FROM registry_fact WHERE document_id = :paper AND NOT superseded ORDER BY start;
SELECT kind, mention, start, "end", body FROM registry_fact
  WHERE document_id = :paper AND NOT superseded AND start < 12000 ORDER BY start;

-- page: fact
SELECT f.document_id, f.start, d.slug, t.text
  FROM registry_fact f JOIN registry_document d ON d.id = f.document_id
  JOIN registry_documenttext t ON t.document_id = d.id
  WHERE f.mention = :mention AND d.access = 'public' AND d.withdrawn_on IS NULL;
SELECT start FROM registry_fact WHERE document_id = :paper AND NOT superseded;

-- page: search of words
SELECT e.id, e.start, d.slug, d.title, d.said_on, substr(t.text, e.start + 1, e."end" - e.start)
  FROM registry_entry e JOIN registry_document d ON d.id = e.document_id
  JOIN registry_documenttext t ON t.document_id = d.id
  WHERE e.id IN (SELECT rowid FROM registry_words WHERE registry_words MATCH 'exact : ("ngân" AND "sách")')
    AND e.sort IN (10, 11) AND d.access = 'public' AND d.withdrawn_on IS NULL ORDER BY d.said_on DESC, d.id LIMIT 11;
SELECT e.id, f.body, d.slug, d.title, d.said_on
  FROM registry_entry e JOIN registry_document d ON d.id = e.document_id JOIN registry_fact f ON f.id = e.fact_id
  WHERE e.id IN (SELECT rowid FROM registry_words WHERE registry_words MATCH 'bare : ("ngan" AND "sach")')
    AND d.access = 'public' AND d.withdrawn_on IS NULL ORDER BY d.said_on DESC, d.id LIMIT 11;
SELECT t.klass, t.first, t.last, s.area, f.body, f.mention, d.title, d.said_on FROM registry_standing t
  JOIN registry_series s ON s.id = t.series_id JOIN registry_placement p ON p.id = t.placement_id
  JOIN registry_fact f ON f.id = p.fact_id JOIN registry_document d ON d.id = f.document_id
  WHERE s.indicator IN ('budget_revenue', 'budget_expenditure') AND s.area LIKE 'bac-ninh%'
  ORDER BY t.last DESC LIMIT 8;

-- page: search of a number
SELECT e.id, e.start, d.slug, d.title, d.said_on, substr(t.text, e.start + 1, e."end" - e.start)
  FROM registry_entry e JOIN registry_document d ON d.id = e.document_id
  JOIN registry_documenttext t ON t.document_id = d.id
  WHERE e.id IN (SELECT rowid FROM registry_words WHERE registry_words MATCH 'bare : ("tang" AND "truong" AND "2024")')
    AND e.sort IN (10, 11) AND d.access = 'public' AND d.withdrawn_on IS NULL ORDER BY d.said_on DESC, d.id LIMIT 11;
SELECT e.id, f.body, d.slug, d.title, d.said_on
  FROM registry_entry e JOIN registry_document d ON d.id = e.document_id JOIN registry_fact f ON f.id = e.fact_id
  WHERE e.id IN (SELECT rowid FROM registry_words WHERE registry_words MATCH 'bare : ("tang" AND "truong" AND "2024")')
    AND d.access = 'public' AND d.withdrawn_on IS NULL ORDER BY d.said_on DESC, d.id LIMIT 11;
SELECT t.klass, t.first, t.last, s.area, f.body, f.mention, d.title, d.said_on FROM registry_standing t
  JOIN registry_series s ON s.id = t.series_id JOIN registry_placement p ON p.id = t.placement_id
  JOIN registry_fact f ON f.id = p.fact_id JOIN registry_document d ON d.id = f.document_id
  WHERE s.indicator = 'grdp' AND s.measure = 'growth' AND s.area LIKE 'bac-ninh%' AND t.last = '2024-12-31' LIMIT 8;

-- page: differences
SELECT kind, count(*) FROM pages_boarddifference WHERE board_id = :board AND contradicting
  AND key IN (SELECT key FROM registry_approveddifference WHERE ended_at IS NULL) GROUP BY kind;
SELECT packed FROM pages_boarddifference WHERE board_id = :board AND contradicting
  AND key IN (SELECT key FROM registry_approveddifference WHERE ended_at IS NULL) ORDER BY "order" LIMIT 20;
SELECT f.mention, f.start, d.slug, substr(t.text, f.start - 159, f."end" - f.start + 320)
  FROM registry_fact f JOIN registry_document d ON d.id = f.document_id
  JOIN registry_documenttext t ON t.document_id = d.id
  WHERE f.mention IN (SELECT mention FROM registry_fact WHERE document_id = :paper LIMIT 80);

-- page: tallies
SELECT count(*) FROM pages_boardplan WHERE board_id = :board AND tallies > 0;
SELECT claims FROM pages_boardplan WHERE board_id = :board AND tallies > 0 ORDER BY "order" LIMIT 12;
SELECT f.mention, f.start, d.slug, substr(t.text, f.start - 159, f."end" - f.start + 320)
  FROM registry_fact f JOIN registry_document d ON d.id = f.document_id
  JOIN registry_documenttext t ON t.document_id = d.id WHERE f.kind = 1 LIMIT 60;

-- page: people
SELECT count(DISTINCT e.label) FROM registry_entry e JOIN registry_document d ON d.id = e.document_id
  WHERE e.sort = 5 AND e.label <> '' AND d.access = 'public' AND d.withdrawn_on IS NULL AND d.stands_for_id IS NULL;
SELECT e.label, count(DISTINCT e.document_id), max(d.said_on)
  FROM registry_entry e JOIN registry_document d ON d.id = e.document_id
  WHERE e.sort = 5 AND e.label <> '' AND d.access = 'public' AND d.withdrawn_on IS NULL AND d.stands_for_id IS NULL
  GROUP BY e.label ORDER BY 2 DESC, 1 LIMIT 50;
SELECT f.body FROM registry_fact f WHERE f.id IN (SELECT max(e.fact_id) FROM registry_entry e
  WHERE e.sort = 5 AND e.label <> '' GROUP BY e.label LIMIT 50);

-- page: person
SELECT f.body, f.mention, e.shown, d.slug, d.title, d.said_on
  FROM registry_entry e JOIN registry_document d ON d.id = e.document_id JOIN registry_fact f ON f.id = e.fact_id
  WHERE e.sort = 5 AND e.label = :person AND d.access = 'public' AND d.withdrawn_on IS NULL
  ORDER BY d.said_on DESC, d.id, e.id LIMIT 500;

-- page: references
SELECT count(DISTINCT e.label) FROM registry_entry e JOIN registry_document d ON d.id = e.document_id
  WHERE e.sort = 4 AND e.label <> '' AND d.access = 'public' AND d.withdrawn_on IS NULL AND d.stands_for_id IS NULL;
SELECT e.label, count(DISTINCT e.document_id)
  FROM registry_entry e JOIN registry_document d ON d.id = e.document_id
  WHERE e.sort = 4 AND e.label <> '' AND d.access = 'public' AND d.withdrawn_on IS NULL AND d.stands_for_id IS NULL
  GROUP BY e.label ORDER BY 2 DESC, 1 LIMIT 50;
SELECT label, body, slug, title FROM (
    SELECT e.label, f.body, d.slug, d.title, row_number() OVER (PARTITION BY e.label ORDER BY d.said_on DESC, d.id) AS place
    FROM registry_entry e JOIN registry_document d ON d.id = e.document_id JOIN registry_fact f ON f.id = e.fact_id
    WHERE e.sort = 4 AND d.access = 'public' AND d.withdrawn_on IS NULL AND e.label IN (
      SELECT label FROM registry_entry WHERE sort = 4 AND label <> ''
      GROUP BY label ORDER BY count(DISTINCT document_id) DESC, label LIMIT 50))
  WHERE place <= 3;

-- page: reference
SELECT f.body, f.mention, e.shown, d.slug, d.title, d.said_on
  FROM registry_entry e JOIN registry_document d ON d.id = e.document_id JOIN registry_fact f ON f.id = e.fact_id
  WHERE e.sort = 4 AND e.label = :reference AND d.access = 'public' AND d.withdrawn_on IS NULL
  ORDER BY d.said_on DESC, d.id, e.id LIMIT 200;
SELECT f.mention, substr(t.text, f.start - 159, f."end" - f.start + 320)
  FROM registry_entry e JOIN registry_fact f ON f.id = e.fact_id JOIN registry_documenttext t ON t.document_id = f.document_id
  WHERE e.sort = 4 AND e.label = :reference LIMIT 60;

-- kept: area overview
SELECT s.indicator, s.measure, s.unit, t.first, t.last, f.body, f.mention, f.start, d.slug
  FROM registry_standing t JOIN registry_series s ON s.id = t.series_id JOIN registry_placement p ON p.id = t.placement_id
  JOIN registry_fact f ON f.id = p.fact_id JOIN registry_document d ON d.id = f.document_id
  WHERE s.area = :area AND t.klass = 0 AND s.indicator IN (
    SELECT indicator FROM registry_series WHERE area = :area GROUP BY indicator LIMIT 8) ORDER BY s.indicator, t.last;
SELECT count(*), sum(a.id IS NULL) FROM registry_placement p JOIN registry_series s ON s.id = p.series_id
  LEFT JOIN registry_standing a ON a.series_id = p.series_id AND a.klass = 0 AND a.first = p.first AND a.last = p.last
  WHERE s.area = :area AND p.klass = 1;
SELECT t.last, count(*) FROM registry_standing t JOIN registry_series s ON s.id = t.series_id
  WHERE s.area = :area AND t.klass = 1 GROUP BY t.last ORDER BY t.last DESC LIMIT 8;
SELECT s.area, count(*) FROM registry_standing t JOIN registry_series s ON s.id = t.series_id WHERE t.klass = 0
  GROUP BY s.area ORDER BY 2 DESC LIMIT 12;
SELECT d.slug, d.title, d.number, d.said_on, d.read_on,
    (SELECT count(*) FROM registry_fact f WHERE f.document_id = d.id AND f.kind = 0 AND NOT f.superseded)
  FROM registry_document d WHERE d.access = 'public' AND d.withdrawn_on IS NULL AND d.read_on >= date('now', '-7 days')
  ORDER BY d.read_on DESC, d.id DESC LIMIT 8;

-- kept: areas
SELECT s.area, count(*) FROM registry_standing t JOIN registry_series s ON s.id = t.series_id WHERE t.klass = 0
  GROUP BY s.area;
SELECT s.area, count(DISTINCT t.last) FROM registry_standing t JOIN registry_series s ON s.id = t.series_id
  WHERE t.klass = 1 GROUP BY s.area;

-- kept: plans
SELECT s.area, t.last, count(*), sum(a.id IS NULL) FROM registry_standing t JOIN registry_series s ON s.id = t.series_id
  LEFT JOIN registry_standing a ON a.series_id = t.series_id AND a.klass = 0 AND a.first = t.first AND a.last = t.last
  WHERE t.klass = 1 GROUP BY s.area, t.last ORDER BY t.last DESC LIMIT 50;

-- kept: plan
SELECT s.indicator, s.measure, s.unit, p.last, f.body, f.mention, f.start, d.slug, g.body, g.mention, g.start
  FROM registry_placement p JOIN registry_series s ON s.id = p.series_id JOIN registry_fact f ON f.id = p.fact_id
  JOIN registry_document d ON d.id = f.document_id
  LEFT JOIN registry_standing a ON a.series_id = p.series_id AND a.klass = 0 AND a.first = p.first AND a.last = p.last
  LEFT JOIN registry_placement v ON v.id = a.placement_id LEFT JOIN registry_fact g ON g.id = v.fact_id
  WHERE s.area = :planned AND p.klass = 1 AND p.last = :due AND NOT f.superseded AND d.access = 'public'
    AND d.withdrawn_on IS NULL;
SELECT t.series_id, t.last, f.body FROM registry_standing t JOIN registry_series s ON s.id = t.series_id
  JOIN registry_placement p ON p.id = t.placement_id JOIN registry_fact f ON f.id = p.fact_id
  WHERE s.area = :planned AND t.klass = 0 AND substr(t.last, 6) = '12-31' AND substr(t.first, 6) = '01-01'
    AND t.series_id IN (SELECT x.series_id FROM registry_standing x WHERE x.klass = 1 AND x.last = :due);

-- kept: indicators
SELECT s.indicator, s.measure, s.unit, s.price_basis, t.first, t.last, f.body, f.mention, f.start, d.slug
  FROM registry_standing t JOIN registry_series s ON s.id = t.series_id JOIN registry_placement p ON p.id = t.placement_id
  JOIN registry_fact f ON f.id = p.fact_id JOIN registry_document d ON d.id = f.document_id
  WHERE s.area = :area AND t.klass = 0 AND s.indicator IN (
    SELECT indicator FROM registry_series WHERE area = :area GROUP BY indicator LIMIT 50) ORDER BY s.indicator, t.last;
SELECT s.indicator, min(t.last) FROM registry_standing t JOIN registry_series s ON s.id = t.series_id
  WHERE s.area = :area AND t.klass = 1 AND t.last >= date('now') GROUP BY s.id;

-- kept: differences
SELECT count(*), count(DISTINCT t.series_id) FROM registry_standing t WHERE t.klass = 0 AND t.rivals <> '[]';
SELECT s.indicator, s.measure, s.unit, s.area, t.first, t.last, t.rivals, f.body FROM registry_standing t
  JOIN registry_series s ON s.id = t.series_id JOIN registry_placement p ON p.id = t.placement_id
  JOIN registry_fact f ON f.id = p.fact_id WHERE t.klass = 0 AND t.rivals <> '[]' ORDER BY t.last DESC LIMIT 20;
SELECT f.mention, f.start, d.slug, substr(t.text, f.start - 159, f."end" - f.start + 320)
  FROM registry_fact f JOIN registry_document d ON d.id = f.document_id
  JOIN registry_documenttext t ON t.document_id = d.id
  WHERE f.mention IN (SELECT mention FROM registry_fact WHERE document_id = :paper LIMIT 80);
