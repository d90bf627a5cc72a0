"""A stand-in for Prisma's query engine, for tests on machines that cannot have the real one.

Prisma's engine is a program of its own that LiteLLM's client starts and asks by HTTP, in GraphQL. npm has the same engine as WebAssembly,
which asks PostgreSQL through node-postgres and knows only JSON. This program looks like the first and asks the second. What it cannot
show: how the real program uses memory and connections, and its own TLS.
"""
