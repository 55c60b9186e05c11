"""The template's layers: one module, one pure function, one frozen result each."""
