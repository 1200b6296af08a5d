"""From lines to blocks: furniture, notes and hyphens taken care of, headings and numbers recognised."""
