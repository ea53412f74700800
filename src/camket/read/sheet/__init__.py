"""Workbooks and tables of values: their kinds, their cells, their text."""
