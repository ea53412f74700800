"""Migrations of the jobs."""
