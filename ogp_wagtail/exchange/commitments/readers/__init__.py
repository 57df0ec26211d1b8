"""From a file to rows of text under the names of our columns. What the text means is decided elsewhere."""
