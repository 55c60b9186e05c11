"""What a stack costs a month: counted from the resolved template, priced from sourced prices."""
