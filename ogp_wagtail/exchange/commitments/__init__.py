"""Commitments from a spreadsheet or a folder of Markdown into drafts below the page of a plan."""
