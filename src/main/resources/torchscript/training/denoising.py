# What a UNet learns: the target of noisy latents [B, C, h, w], conditioned on text. Schedule, target and weight come with the batch.

class Learner(Module):
  __parameters__ = []
  __buffers__ = []
  optimizer : __torch__.Optimizer
  text : __torch__.TextEncoder
  unet : __torch__.Unet

  # weights that do not learn themselves: empty, or all of them where low-rank updates are trained
  frozen : Dict[str, Tensor]
  scale : float

  # weight of the alignment
  align : float

  def freeze(self: __torch__.Learner, weights: Dict[str, Tensor]) -> Dict[str, Tensor]:
    for name in weights.keys():
      self.frozen[name] = torch.clone(weights[name])
    return annotate(Dict[str, Tensor], {})

  # W + scale * up down, where there is an update (Hu et al. 2021, https://arxiv.org/abs/2106.09685)
  def adapted(self: __torch__.Learner, name: str) -> Tensor:
    x = self.frozen[name]
    up = name[:-6] + "lora_up.weight"
    if up in self.optimizer.weight:
      x = torch.add(x, torch.mm(self.optimizer.weight[up], self.optimizer.weight[name[:-6] + "lora_down.weight"]), alpha=self.scale)
    return x

  def place(self: __torch__.Learner, name: str, x: Tensor) -> int:
    if name.startswith("text."):
      self.text.put(name[5:], x)
    if name.startswith("unet."):
      self.unet.put(name[5:], x)
    return 0

  def ready(self: __torch__.Learner) -> int:
    for name in self.frozen.keys():
      self.place(name, self.adapted(name))
    for name in self.optimizer.weight.keys():
      if name.find(".lora_") < 0:
        self.place(name, self.optimizer.weight[name])
    return self.text.fuse() + self.unet.fuse()

  def layer(self: __torch__.Learner, p: str, x: Tensor) -> Tensor:
    return torch.linear(x, self.optimizer.weight[p + ".weight"], self.optimizer.weight[p + ".bias"])

  # How alike the middle of the noisy latent, seen through two layers of its own, and features of the clean picture are: the mean cosine
  # over places (representation alignment, Yu et al. 2024, equation 8, https://arxiv.org/abs/2410.06940). The features are of a picture's middle square.
  # middle [B, C, h, w], features [B, g, g, F]
  def likeness(self: __torch__.Learner, middle: Tensor, features: Tensor) -> Tensor:
    h, w = torch.size(middle, 2), torch.size(middle, 3)
    side = min(h, w)
    square = torch.narrow(torch.narrow(middle, 2, (h - side) // 2, side), 3, (w - side) // 2, side)
    grid = torch.adaptive_avg_pool2d(torch.to(square, 6), [torch.size(features, 1), torch.size(features, 2)])
    seen = self.layer("align.2", torch.silu(self.layer("align.1", torch.permute(grid, [0, 2, 3, 1]))))
    return torch.mean(torch.cosine_similarity(seen, features, -1))

  # batch: sample, target [B, C, h, w]; timesteps, weight [B]; ids [B, T]; features [B, g, g, F] where there is something to align with
  def terms(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    ids = torch.to(batch["ids"], 4)
    end = torch.zeros_like(torch.select(ids, 1, 0))
    context = self.unet.context({"text": self.text.forward(ids, end, 0, True)["hidden"]})
    y, middle = self.unet.explained({"sample": batch["sample"], "timesteps": batch["timesteps"]}, [context])
    square = torch.mean(torch.pow(torch.sub(y, batch["target"]), 2), [1, 2, 3])
    terms = {"loss": torch.mean(torch.mul(square, batch["weight"])), "square": torch.mean(square)}
    if "features" in batch:
      likeness = self.likeness(middle, batch["features"])
      terms["loss"] = torch.add(terms["loss"], torch.rsub(likeness, 1.), alpha=self.align)
      terms["likeness"] = likeness
    return terms

