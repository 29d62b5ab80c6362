#!/usr/bin/env bash
# Makes the demo clips and their posters from the drawings in frames.mjs. Needs node, rsvg-convert and ffmpeg; only for whoever changes the drawings.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for scene in lamp bottle headphones plant mug; do
  node frames.mjs "$scene" "$work/$scene"
  for frame in "$work/$scene"/*.svg; do rsvg-convert "$frame" -o "${frame%.svg}.png"; done
  if [ "$scene" = mug ]; then
    ffmpeg -v error -y -framerate 24 -i "$work/$scene/%04d.png" -c:v libvpx-vp9 -b:v 330k -pix_fmt yuv420p -an "$scene.webm"
  else
    ffmpeg -v error -y -framerate 24 -i "$work/$scene/%04d.png" -c:v libx264 -profile:v main -preset slow -crf 25 -maxrate 420k -bufsize 840k -pix_fmt yuv420p -movflags +faststart -an "$scene.mp4"
  fi
  ffmpeg -v error -y -i "$work/$scene/0110.png" -q:v 5 "$scene.jpg"
done
