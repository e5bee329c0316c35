"""Golden values on the sample photos. Usage: samples.py PICTURES NETWORKS OUT.json

PICTURES holds sources.json and its photos, NETWORKS the weights NAME.pt. OUT: for each photo the 3x32x32 bytes (base64,
red, green, blue planes) of its centre square, area-averaged, and each network's logits by PyTorch.
"""
import base64, json, pathlib, sys
import numpy as np, torch
from PIL import Image
from networks import NETWORKS
from train import CLASSES, normalise


def area_average(square, size):
    """`square` (n x n x 3) averaged over size x size equal areas, edge pixels counted by the part that lies inside."""
    edges = np.arange(size + 1) * square.shape[0] / size
    for axis in (0, 1):
        total = np.concatenate([np.zeros_like(np.take(square, [0], axis)), np.cumsum(square, axis)], axis)
        whole = np.minimum(edges.astype(int), square.shape[axis] - 1)
        shape = [-1 if a == axis else 1 for a in range(3)]
        at = np.take(total, whole, axis) + np.take(square, whole, axis) * (edges - whole).reshape(shape)
        square = np.diff(at, axis=axis) / (edges[1] - edges[0])
    return square


def main():
    folder, weights, out = map(pathlib.Path, sys.argv[1:4])
    networks = {}
    for name, make in NETWORKS.items():
        networks[name] = make()
        networks[name].load_state_dict(torch.load(weights / f"{name}.pt"))
        networks[name].eval()
    photos, right = [], {name: 0 for name in networks}
    sources = json.loads((folder / "sources.json").read_text())
    for source in sources:
        picture = np.asarray(Image.open(folder / source["file"]).convert("RGB"), np.float64)
        height, width, _ = picture.shape
        side, top, left = min(height, width), (height - min(height, width)) // 2, (width - min(height, width)) // 2
        small = np.rint(area_average(picture[top:top + side, left:left + side], 32)).clip(0, 255).astype(np.uint8).transpose(2, 0, 1)
        with torch.no_grad():
            logits = {name: network(normalise(torch.from_numpy(small.copy())[None]))[0] for name, network in networks.items()}
        for name, values in logits.items():
            right[name] += CLASSES[int(values.argmax())] == source["class"]
        photos.append({"file": source["file"], "class": source["class"], "pixels": base64.b64encode(small.tobytes()).decode(),
                       "logits": {name: [round(v, 6) for v in values.tolist()] for name, values in logits.items()}})
    out.write_text(json.dumps({"classes": CLASSES, "photos": photos, "right": right, "of": sum(s["class"] is not None for s in sources)}, indent=1))
    print(right)


if __name__ == "__main__":
    main()
