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
    else:
      self.unet.put(name[5:], x)
    return 0

  def ready(self: __torch__.Learner) -> int:
    for name in self.frozen.keys():
      self.place(name, self.adapted(name))
    for name in self.optimizer.weight.keys():
      if name.find(".lora_") < 0:
        self.place(name, self.optimizer.weight[name])
    return self.text.fuse() + self.unet.fuse()

  # batch: sample, target [B, C, h, w]; timesteps, weight [B]; ids [B, T]
  def terms(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    ids = torch.to(batch["ids"], 4)
    end = torch.zeros_like(torch.select(ids, 1, 0))
    context = self.unet.context({"text": self.text.forward(ids, end, 0, True)["hidden"]})
    y = self.unet.forward({"sample": batch["sample"], "timesteps": batch["timesteps"]}, [context])
    square = torch.mean(torch.pow(torch.sub(y, batch["target"]), 2), [1, 2, 3])
    return {"loss": torch.mean(torch.mul(square, batch["weight"])), "square": torch.mean(square)}

