#!/usr/bin/env bash
# Makes the gallery with a running service and its default model: the pictures under img/gallery, and gallery.md, which shows
# beside each the very command that made it. Needs curl and jq.
#
#   docs/gallery.sh [http://localhost:8080]
set -euo pipefail
base=${1:-http://localhost:8080}
docs=$(cd "$(dirname "$0")" && pwd)
folder=$docs/img/gallery
page=$docs/gallery.md
mkdir -p "$folder"

# title TEXT, then a paragraph on standard input
title() { { printf '\n## %s\n\n' "$1"; cat; } >>"$page"; }

# Runs the commands on standard input in the pictures' folder, and shows them.
run() {
  local commands; commands=$(cat)
  printf '\n```\n%s\n```\n' "$commands" >>"$page"
  (cd "$folder" && bash -euo pipefail -c "${commands//localhost:8080/${base#http://}}")
}

# show WIDTH PICTURE...
show() {
  local width=$1; shift
  printf '\n' >>"$page"
  for picture in "$@"; do printf '<img src="img/gallery/%s" width="%s"> ' "$picture" "$width" >>"$page"; done
  printf '\n' >>"$page"
}

cat >"$page" <<'END'
# Gallery

Written by `docs/gallery.sh`, which ran the commands below in this order against a service that had just been started with its
default model; do not edit. The same commands give the same pixels.
END

title 'Generation' <<'END'
A prompt, a seed, nothing else. The first is a PNG, which holds its request; `POST /api/v1/reproduce` makes it again and compares.
END
run <<'END'
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/png' -o smiley.png \
     -d '{"prompt":"a smiley face on a blue background","seed":42,"steps":25}'
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o cat.webp \
     -d '{"prompt":"a cat on a green background","seed":3,"steps":25}'
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o heart.webp \
     -d '{"prompt":"a red heart on a white background","seed":7,"steps":25}'
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o house.webp \
     -d '{"prompt":"a house by day","seed":5,"steps":25}'
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o star.webp \
     -d '{"prompt":"a yellow star at night","seed":9,"steps":25}'
END
show 160 smiley.png cat.webp heart.webp house.webp star.webp

title 'What the embedded model draws' <<'END'
Two dozen prompts, each with the first seed that was tried.
END
run <<'END'
number=0
while read -r prompt; do
  number=$((number + 1))
  curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o drawn-$number.webp \
       -d '{"prompt":"'"$prompt"'","seed":'$number'}'
done <<'PROMPTS'
a happy smiley
a winking smiley with sunglasses on a yellow background
a crying blue smiley
a cat with a red bow
a panda on a pink background
a fox in the snow
a green frog wearing a crown
a red heart
a purple star at night
two cherries on a white background
a strawberry on a blue background
three green apples
a pink cupcake
a birthday cake
a donut on a cyan background
a yellow flower by day
a house at sunset
a red car by day
a boat on the sea
a rocket at night
a hot air balloon under clouds
a robot on a gray background
a snowman in winter
a dog left of a tree
PROMPTS
END
show 120 $(for number in $(seq 24); do echo "drawn-$number.webp"; done)

title 'Image to image' <<'END'
`strength` says how far to go from the picture: the share of the steps that is run.
END
run <<'END'
for strength in 0.5 0.7 0.9; do
  curl -sSf localhost:8080/api/v1/images -H 'Accept: image/webp' -o green-$strength.webp -F image=@smiley.png \
       -F prompt='a green smiley face on a pink background' -F strength=$strength -F seed=3 -F steps=25
done
END
show 160 smiley.png green-0.5.webp green-0.7.webp green-0.9.webp

title 'Inpainting' <<'END'
White in the mask is painted, what is black comes back pixel by pixel. More in [inpainting](inpainting.md).
END
run <<'END'
curl -sSf localhost:8080/api/v1/images -H 'Accept: image/webp' -o sad.webp -F image=@smiley.png -F mask=@mask.png \
     -F prompt='a sad smiley face on a blue background' -F strength=0.9 -F inpaint.fill=blurred -F seed=5 -F steps=25
curl -sSf localhost:8080/api/v1/images -H 'Accept: image/webp' -o resampled.webp -F image=@smiley.png -F mask=@mask.png \
     -F prompt='a surprised smiley face on a blue background' -F strength=0.9 -F seed=2 -F steps=25 \
     -F 'request={"inpaint":{"fill":"blurred","resample":{"jump_length":5,"jumps":2}}}'
END
show 160 smiley.png mask.png sad.webp resampled.webp

title 'Outpainting' <<'END'
Given pixels on each side; the colours at the edges run on, and the old picture stays. Without guidance the model does not press
for a second smiley, and resampling lets what is new settle with what is there.
END
run <<'END'
curl -sSf localhost:8080/api/v1/images -H 'Accept: image/webp' -o wide.webp -F image=@smiley.png \
     -F prompt='a smiley face on a blue background' -F guidance_scale=1 -F seed=2 -F steps=25 \
     -F 'request={"outpaint":{"left":64,"right":64,"resample":{"jump_length":5,"jumps":2}}}'
END
show 160 smiley.png
show 240 wide.webp

title 'Noise out of a picture' <<'END'
The forward process makes a noisy picture; `denoise` estimates how noisy it is and starts the reverse process there. The job's
`report` says what was assumed. [How much of it is the autoencoder's](tasks/denoise.md).
END
run <<'END'
curl -sSf localhost:8080/api/v1/forward -F image=@smiley.png -F seed=3 -F 'request={"space":"pixel","timesteps":[40]}' |
  jq -r '.images[0].base64' | base64 -d >noisy.png
curl -sSf localhost:8080/api/v1/images -H 'Accept: image/webp' -o clean.webp -F image=@noisy.png -F 'request={"denoise":{}}' \
     -F prompt='a smiley face on a blue background' -F seed=1 -F steps=25
END
show 160 noisy.png clean.webp

title 'Variations' <<'END'
The noise of one seed, mixed with a little of that of others. [More](tasks/variations.md).
END
run <<'END'
for seed in 1 2 3 4; do
  curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o variation-$seed.webp \
       -d '{"prompt":"a cat on a green background","seed":3,"steps":25,"variation":{"seed":'$seed',"strength":0.3}}'
done
END
show 160 cat.webp variation-1.webp variation-2.webp variation-3.webp variation-4.webp

title 'A second pass at a larger size' <<'END'
The first pass composes the picture, the second one draws it larger. [More](tasks/hires.md).
END
run <<'END'
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o large.webp \
     -d '{"prompt":"a cat on a green background","seed":3,"steps":25,"hires":{"scale":2,"upscaler":"lanczos","strength":0.15}}'
END
show 160 cat.webp
show 240 large.webp

title 'From one picture to another' <<'END'
Noise along the great circle between two seeds, conditioning along the line between two prompts: seed and prompt are a fixed point
in latent space. [More](tasks/interpolation.md).
END
run <<'END'
job=$(curl -sSf localhost:8080/api/v1/jobs -H 'Content-Type: application/json' -H 'Prefer: wait=120' \
  -d '{"prompt":"a smiley face on a blue background","seed":42,"steps":25,
       "interpolation":{"to_prompt":"a red heart on a white background","to_seed":7,"frames":12}}' | jq -r .id)
curl -sSf --retry 60 --retry-delay 5 --retry-all-errors "localhost:8080/api/v1/jobs/$job/animation?format=webp" -o between.webp
END
show 160 smiley.png between.webp heart.webp

title 'Picture to noise to picture' <<'END'
The noise that the sampler would have made the picture of; from it the same picture again, or, with another prompt, an edited one.
[More](tasks/inversion.md).
END
run <<'END'
curl -sSf localhost:8080/api/v1/images -H 'Accept: image/webp' -o again.webp -F image=@smiley.png \
     -F prompt='a smiley face on a blue background' -F 'request={"inversion":{}}' -F steps=25
curl -sSf localhost:8080/api/v1/images -H 'Accept: image/webp' -o edited.webp -F image=@smiley.png \
     -F prompt='a smiley face on a red background' -F guidance_scale=4 -F steps=25 \
     -F 'request={"inversion":{"prompt":"a smiley face on a blue background"}}'
END
show 160 smiley.png again.webp edited.webp

title 'Pictures that tile' <<'END'
One picture four times: its copies join without a seam. [More](tasks/tiling.md).
END
run <<'END'
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o tile.webp \
     -d '{"prompt":"four red hearts on a pink background","seed":1,"steps":25,"tiling":"both"}'
END
printf '\n<table><tr><td><img src="%s" width="120"><img src="%s" width="120"><br><img src="%s" width="120"><img src="%s" width="120"></td></tr></table>\n' \
  img/gallery/tile.webp img/gallery/tile.webp img/gallery/tile.webp img/gallery/tile.webp >>"$page"

title 'Icons by bit diffusion' <<'END'
Sixteen cells a side in eight colours, three bits each, by the second model in the jar. [More](bit-diffusion.md).
END
run <<'END'
for label in heart star smiley ghost mushroom flower tree house fish gem key cat rocket apple bomb invader; do
  curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/png' -o icon-$label.png \
       -d '{"model":"darkroom-icons","label":"'$label'","seed":3,"width":64}'
done
END
show 64 $(for label in heart star smiley ghost mushroom flower tree house fish gem key cat rocket apple bomb invader; do echo icon-$label.png; done)

title 'Guidance' <<'END'
The scale from 1 (none) to 12, and adaptive projected guidance at 12. [More](tasks/guidance.md).
END
run <<'END'
for scale in 1 3 12; do
  curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o guided-$scale.webp \
       -d '{"prompt":"a purple house on a yellow background","seed":11,"steps":25,"guidance_scale":'$scale'}'
done
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o guided-apg.webp \
     -d '{"prompt":"a purple house on a yellow background","seed":11,"steps":25,"guidance_scale":12,"guidance":{"apg":{}}}'
END
show 160 guided-1.webp guided-3.webp guided-12.webp guided-apg.webp

title 'A prompt that changes with the step' <<'END'
webui's language: the composition of an apple becomes a strawberry. [More](prompts.md).
END
run <<'END'
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o apple.webp \
     -d '{"prompt":"a red apple on a white background","seed":4,"steps":25}'
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o edited-prompt.webp \
     -d '{"prompt":"a [red apple:green apple:0.2] on a white background","seed":4,"steps":25}'
END
show 160 apple.webp edited-prompt.webp

title 'Samplers' <<'END'
The same noise after eight steps of Euler, DPM++ 2M with Karras levels and UniPC; 50 of a predictor and corrector. [All](samplers.md).
END
run <<'END'
for sampler in euler dpmpp_2m_karras uni_pc_bh2; do
  curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o by-$sampler.webp \
       -d '{"prompt":"a cat on a green background","seed":3,"steps":8,"sampler":"'$sampler'"}'
done
curl -sSf localhost:8080/api/v1/images -H 'Content-Type: application/json' -H 'Accept: image/webp' -o by-predictor_corrector.webp \
     -d '{"prompt":"a cat on a green background","seed":3,"steps":50,"sampler":"predictor_corrector","sampler_options":{"snr":0.1}}'
END
show 160 by-euler.webp by-dpmpp_2m_karras.webp by-uni_pc_bh2.webp by-predictor_corrector.webp

title 'The film of a run' <<'END'
On the left the latent on its way, on the right what the network takes the finished picture for. [More](diffusion.md).
END
run <<'END'
job=$(curl -sSf localhost:8080/api/v1/jobs -H 'Content-Type: application/json' -H 'Prefer: wait=60' \
  -d '{"prompt":"a smiley face on a blue background","seed":42,"steps":25,"trajectory":true}' | jq -r .id)
curl -sSf --retry 60 --retry-delay 5 --retry-all-errors "localhost:8080/api/v1/jobs/$job/trajectory?format=webp" -o film.webp
curl -sSf "localhost:8080/api/v1/jobs/$job/trajectory?format=webp&of=guess" -o guess.webp
END
show 160 film.webp guess.webp

title 'The forward process' <<'END'
The picture at timesteps of the model's training, noised in its latent space.
END
run <<'END'
curl -sSf localhost:8080/api/v1/forward -H 'Accept: image/webp' -F image=@smiley.png -F seed=42 \
     -F 'request={"timesteps":[0,200,400,600,800,999]}' -o forward.webp
END
show 720 forward.webp

title 'Schedules as plots' <<'END'
Of a run, and of training.
END
run <<'END'
curl -sSf 'localhost:8080/api/v1/schedules/karras/plot.svg?with=exponential&with=beta&with=simple&steps=20' -o sigmas.svg
curl -sSf 'localhost:8080/api/v1/schedules/linear/plot.svg?with=cosine&with=flow_shift&with=ve_sde' -o variances.svg
END
show 720 sigmas.svg
show 720 variances.svg
echo "wrote $page and $(du -sh "$folder" | cut -f1) of pictures"
