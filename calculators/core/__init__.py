"""What all calculators share: fields, figures with their sources, texts, results. It knows no HTML and no document."""
