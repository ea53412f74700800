"""The frozen records that pass between the parts of camket. This package knows no other part."""
