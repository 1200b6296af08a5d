"""A tiny language model that is taught one reply to one prompt, and the server of transformers that serves it."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import torch
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers
from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

from rag.writing.opening import Message

_TEMPLATE = "{% for m in messages %}{{ m['role'] }}: {{ m['content'] }}\n{% endfor %}assistant:"
_STARTING = 100.0
_STEPS = 300


def teach(folder: Path, asked: Sequence[Message], reply: str) -> None:
    """Put a model into a folder that answers a prompt with a reply, word for word."""
    torch.manual_seed(0)
    prompt = "".join(f"{'user' if role == 'human' else role}: {text}\n" for role, text in asked) + "assistant:"
    tokenizer = _tokenizer(prompt + reply)
    model = LlamaForCausalLM(
        LlamaConfig(
            vocab_size=len(tokenizer),
            hidden_size=32,
            intermediate_size=64,
            num_hidden_layers=1,
            num_attention_heads=2,
            max_position_embeddings=4096,
            bos_token_id=0,
            eos_token_id=1,
        )
    )
    before, after = tokenizer.encode(prompt), [*tokenizer.encode(reply), 1]
    ids = torch.tensor([before + after])
    labels = torch.tensor([[-100] * len(before) + after])
    optimiser = torch.optim.Adam(model.parameters(), lr=0.01)
    for _ in range(_STEPS):
        loss = model(input_ids=ids, labels=labels).loss
        if loss.item() < 0.01:
            break
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
    model.generation_config.max_new_tokens = len(after) + 5
    model.save_pretrained(folder)
    tokenizer.save_pretrained(folder)


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a model on loopback, without network, and yield the server's address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("transformers")), "serve", str(folder), "--device", "cpu"]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "HF_HUB_OFFLINE": "1"}
    server = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", str(port)],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port, server)
        yield f"http://127.0.0.1:{port}/v1"
    finally:
        server.terminate()
        server.wait(20)


def _wait(port: int, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + _STARTING
    while time.monotonic() < end and server.poll() is None:
        with contextlib.suppress(OSError, HTTPException), contextlib.closing(HTTPConnection("127.0.0.1", port)) as one:
            one.request("GET", "/health")
            if one.getresponse().status == 200:
                return
        time.sleep(0.2)
    raise AssertionError("the server of transformers did not start")


def _tokenizer(text: str) -> PreTrainedTokenizerFast:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    special = ["<s>", "</s>"]
    trainer = trainers.BpeTrainer(
        vocab_size=800, special_tokens=special, initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator([text], trainer)
    ends = {"bos_token": "<s>", "eos_token": "</s>", "pad_token": "</s>"}
    fast: PreTrainedTokenizerFast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, **ends)  # type: ignore[no-untyped-call]
    fast.chat_template = _TEMPLATE
    return fast
