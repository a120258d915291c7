#!/usr/bin/env python3
"""Measures diffusers at the work of `darkroom bench` and prints the same JSON object.

usage: peer_diffusers.py --model DIR [--width 512] [--height 512] [--steps 4] [--guidance 7.5] [--precision fp32|bf16] [--threads T] [--channels-last]
"""
import time

START = time.perf_counter()

import argparse
import json
import resource
import statistics

import diffusers
import numpy
import torch
import transformers
from diffusers import EulerDiscreteScheduler, StableDiffusionPipeline

DTYPES = {"fp32": torch.float32, "bf16": torch.bfloat16}


def parse():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--model", required=True)
    arguments.add_argument("--width", type=int, default=512)
    arguments.add_argument("--height", type=int, default=512)
    arguments.add_argument("--steps", type=int, default=4)
    arguments.add_argument("--guidance", type=float, default=7.5)
    arguments.add_argument("--seed", type=int, default=42)
    arguments.add_argument("--prompt", default="a smiley face")
    arguments.add_argument("--precision", choices=DTYPES, default="fp32")
    arguments.add_argument("--threads", type=int, default=0)
    arguments.add_argument("--channels-last", action="store_true")
    return arguments.parse_args()


class Stopwatch:
    """Wraps a callable and keeps the wall and CPU milliseconds of each call."""

    def __init__(self, call):
        self.call, self.wall, self.cpu = call, [], []

    def __call__(self, *args, **kwargs):
        wall, cpu = time.perf_counter(), time.process_time()
        result = self.call(*args, **kwargs)
        self.wall.append((time.perf_counter() - wall) * 1e3)
        self.cpu.append((time.process_time() - cpu) * 1e3)
        return result

    def clear(self):
        self.wall.clear()
        self.cpu.clear()


def load(options):
    pipeline = StableDiffusionPipeline.from_pretrained(options.model, torch_dtype=DTYPES[options.precision], safety_checker=None)
    pipeline.scheduler = EulerDiscreteScheduler.from_config(pipeline.scheduler.config)
    pipeline.set_progress_bar_config(disable=True)
    if options.channels_last:
        pipeline.unet.to(memory_format=torch.channels_last)
        pipeline.vae.to(memory_format=torch.channels_last)
    return pipeline


def main():
    options = parse()
    if options.threads:
        torch.set_num_threads(options.threads)
    pipeline = load(options)
    ready = time.perf_counter() - START
    unet, decode, text = Stopwatch(pipeline.unet.forward), Stopwatch(pipeline.vae.decode), Stopwatch(pipeline.encode_prompt)
    pipeline.unet.forward, pipeline.vae.decode, pipeline.encode_prompt = unet, decode, text

    def draw(steps):
        generator = torch.Generator("cpu").manual_seed(options.seed)
        return pipeline(options.prompt, width=options.width, height=options.height, num_inference_steps=steps,
                        guidance_scale=options.guidance, generator=generator, output_type="np").images[0]

    begin = time.perf_counter()
    draw(2)
    warmup = time.perf_counter() - begin
    for watch in (unet, decode, text):
        watch.clear()
    begin, cpu = time.perf_counter(), time.process_time()
    image = draw(options.steps)
    total, cpu = time.perf_counter() - begin, time.process_time() - cpu
    print(json.dumps({
        "schema": "darkroom.bench/1", "peer": "diffusers",
        "variant": options.precision + " cpu" + (" channels_last" if options.channels_last else ""),
        "versions": {"torch": torch.__version__, "diffusers": diffusers.__version__, "transformers": transformers.__version__},
        "job": {"arch": "UNet2DConditionModel", "size": [options.width, options.height], "steps": options.steps, "batch": 1,
                "guidance": options.guidance, "sampler": "euler", "threads": torch.get_num_threads()},
        "load_s": round(ready, 3), "warmup_ms": round(warmup * 1e3, 1),
        "text_encode_ms": round(statistics.median(text.wall), 1), "vae_decode_ms": round(statistics.median(decode.wall), 1),
        "unet_ms": round(statistics.median(unet.wall), 1), "unet_ms_all": [round(ms, 1) for ms in unet.wall],
        "unet_cpu_ms": round(statistics.median(unet.cpu), 1),
        "total_s": round(total, 3), "images_per_s": round(1 / total, 4), "cores_used": round(cpu / total, 2),
        "peak_rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        "finite": bool(numpy.isfinite(image).all()), "image_mean": round(float(image.mean()), 4), "image_std": round(float(image.std()), 4),
    }))


if __name__ == "__main__":
    main()
