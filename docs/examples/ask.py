"""Ask a gateway with OpenAI's SDK, in one piece and as a stream.

The SDK reads the gateway's address and key from the environment: OPENAI_BASE_URL and OPENAI_API_KEY.
"""

from openai import OpenAI

client = OpenAI()
question = "Are you there?"

answer = client.chat.completions.create(model="gpt-5", messages=[{"role": "user", "content": question}])
print(answer.choices[0].message.content)

stream = client.chat.completions.create(model="gpt-5", messages=[{"role": "user", "content": question}], stream=True)
for piece in stream:
    if piece.choices:
        print(piece.choices[0].delta.content or "", end="", flush=True)
print()
