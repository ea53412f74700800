"""The rules, one folder a kind of fact, found by scanning: a new rule is one record in a file here, no list to edit.

Word lists lie beside the rules of a kind as `words.yaml` (list name -> word -> value). Lists that come out of the
catalogue (units, magnitudes) are named in `camket.rules.book`.
"""
