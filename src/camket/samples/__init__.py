"""Twelve sample papers in the style of the field, around true published figures of Bắc Ninh and Bắc Giang.

The papers, the officials in them and their words are made up; figures that have been published are those of
`camket.catalogue.series`, with their sources. They are annotated by hand in tests/gold.
"""
