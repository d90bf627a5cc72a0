"""Code that no release can serve with."""

message = "this release is to be refused"
raise RuntimeError(message)
