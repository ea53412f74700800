"""Tables whose cells a reader has flattened into lines: found, understood and read as figures."""
