//! The code that puts the calculator into an article.
