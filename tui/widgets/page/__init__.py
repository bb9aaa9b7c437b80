"""A document as a page of rows: where each block stands, what each row shows. `Page` is the way in; no Textual."""
