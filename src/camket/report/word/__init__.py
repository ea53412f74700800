"""Papers in Word, laid out as Decree 30/2020/NĐ-CP asks: records in, bytes out, the same bytes for the same records."""
