#!/usr/bin/env bash
# Makes the pictures of the README's gallery with a running service and the embedded model: docs/gallery.sh [http://localhost:8080]
set -euo pipefail
base=${1:-http://localhost:8080}
out=$(dirname "$0")/img/gallery
mkdir -p "$out"

# picture NAME JSON
picture() {
  curl -sSf "$base/api/v1/images" -H 'Content-Type: application/json' -H 'Accept: image/png' -d "$2" -o "$out/$1.png"
}

# changed NAME FORM-FIELD...: from the picture face.png
changed() {
  name=$1; shift
  curl -sSf "$base/api/v1/images" -H 'Accept: image/png' -F image=@"$out/face.png" "$@" -o "$out/$name.png"
}

picture face '{"prompt":"a smiley face","seed":42,"steps":20}'
picture variation '{"prompt":"a smiley face","seed":42,"steps":20,"variation":{"seed":7,"strength":0.3}}'
picture editing '{"prompt":"a [yellow:blue:0.4] smiley face","seed":42,"steps":20}'
picture hires '{"prompt":"a smiley face","seed":42,"steps":20,"hires":{"scale":2,"upscaler":"lanczos","strength":0.3}}'
picture tiling '{"prompt":"a red heart on a white background","seed":5,"steps":20,"tiling":"both"}'
changed img2img -F prompt='a green smiley on a pink background' -F strength=0.7 -F seed=3 -F steps=20
changed outpaint -F prompt='a yellow smiley face on a blue background' -F outpaint.left=32 -F outpaint.right=32 -F seed=7 -F steps=20

# frames of an interpolation
curl -sSf "$base/api/v1/images" -H 'Content-Type: application/json' -d '{"prompt":"a smiley face","seed":42,"steps":20,
  "interpolation":{"to_prompt":"a red heart on a white background","to_seed":7,"frames":6}}' |
  jq -r '.images[].base64' | { i=0; while read -r frame; do base64 -d <<<"$frame" >"$out/between-$i.png"; i=$((i + 1)); done; }

# the film of a run, and the curves of schedules
job=$(curl -sSf "$base/api/v1/jobs" -H 'Content-Type: application/json' -H 'Prefer: wait=60' \
  -d '{"prompt":"a smiley face","seed":42,"steps":12,"trajectory":true}' | jq -r .id)
curl -sSf "$base/api/v1/jobs/$job/trajectory.png" -o "$out/film.png"
curl -sSf "$base/api/v1/schedules/karras/plot.svg?with=exponential&with=simple&steps=20" -o "$out/schedules.svg"
