#!/usr/bin/env python3
"""Writes a Stable Diffusion 1.5 checkpoint with random weights in the diffusers layout: right shapes, right speed, no meaning.

usage: make_random_model.py FOLDER [--dtype fp32|fp16|bf16] [--small]
"""
import argparse
import json
import pathlib

import torch
from diffusers import AutoencoderKL, UNet2DConditionModel
from transformers import CLIPTextConfig, CLIPTextModel

DTYPES = {"fp32": torch.float32, "fp16": torch.float16, "bf16": torch.bfloat16}
BOS, EOS = 49406, 49407

SCHEDULER = {
    "_class_name": "PNDMScheduler", "beta_start": 0.00085, "beta_end": 0.012, "beta_schedule": "scaled_linear",
    "num_train_timesteps": 1000, "set_alpha_to_one": False, "skip_prk_steps": True, "steps_offset": 1,
    "prediction_type": "epsilon", "timestep_spacing": "leading", "clip_sample": False,
}
INDEX = {
    "_class_name": "StableDiffusionPipeline", "requires_safety_checker": False, "safety_checker": [None, None],
    "feature_extractor": [None, None], "scheduler": ["diffusers", "PNDMScheduler"], "text_encoder": ["transformers", "CLIPTextModel"],
    "tokenizer": ["transformers", "CLIPTokenizer"], "unet": ["diffusers", "UNet2DConditionModel"], "vae": ["diffusers", "AutoencoderKL"],
}


def byte_letters():
    """The printable letters that byte-level BPE uses for the 256 bytes."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    others = [b for b in range(256) if b not in printable]
    return [chr(b) for b in printable] + [chr(256 + i) for i in range(len(others))]


def write_tokenizer(folder):
    """A CLIP tokenizer without merges: every letter is a token; the special tokens have their usual ids."""
    folder.mkdir(parents=True)
    letters = byte_letters()
    vocabulary = {token: i for i, token in enumerate(letters + [letter + "</w>" for letter in letters])}
    vocabulary |= {"<|startoftext|>": BOS, "<|endoftext|>": EOS}
    (folder / "vocab.json").write_text(json.dumps(vocabulary))
    (folder / "merges.txt").write_text("#version: 0.2\n")
    special = {"bos_token": "<|startoftext|>", "eos_token": "<|endoftext|>", "unk_token": "<|endoftext|>", "pad_token": "<|endoftext|>"}
    config = {"tokenizer_class": "CLIPTokenizer", "model_max_length": 77, "do_lower_case": True, **special}
    (folder / "tokenizer_config.json").write_text(json.dumps(config, indent=1))
    (folder / "special_tokens_map.json").write_text(json.dumps(special, indent=1))


def networks(small):
    """UNet, autoencoder and text encoder of Stable Diffusion 1.5, or the same a quarter as wide."""
    k = 4 if small else 1
    unet = UNet2DConditionModel(
        sample_size=64, block_out_channels=[320 // k, 640 // k, 1280 // k, 1280 // k], cross_attention_dim=768 // k,
        attention_head_dim=8, layers_per_block=2, norm_num_groups=32 // k)
    vae = AutoencoderKL(
        down_block_types=["DownEncoderBlock2D"] * 4, up_block_types=["UpDecoderBlock2D"] * 4, latent_channels=4, sample_size=512,
        block_out_channels=[128 // k, 256 // k, 512 // k, 512 // k], layers_per_block=2, norm_num_groups=32 // k)
    text = CLIPTextModel(CLIPTextConfig(
        hidden_size=768 // k, intermediate_size=3072 // k, num_hidden_layers=12, num_attention_heads=12 // k, projection_dim=768 // k,
        bos_token_id=0, eos_token_id=2, pad_token_id=1))
    return unet, vae, text


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", type=pathlib.Path)
    arguments.add_argument("--dtype", choices=DTYPES, default="fp32")
    arguments.add_argument("--small", action="store_true")
    options = arguments.parse_args()
    torch.manual_seed(0)
    write_tokenizer(options.folder / "tokenizer")
    for name, network in zip(("unet", "vae", "text_encoder"), networks(options.small)):
        network.to(DTYPES[options.dtype]).save_pretrained(options.folder / name)
    (options.folder / "scheduler").mkdir()
    (options.folder / "scheduler" / "scheduler_config.json").write_text(json.dumps(SCHEDULER, indent=1))
    (options.folder / "model_index.json").write_text(json.dumps(INDEX, indent=1))


if __name__ == "__main__":
    main()
