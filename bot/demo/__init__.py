"""The demo's world: a fictional fashion week as plain content, without a database."""
