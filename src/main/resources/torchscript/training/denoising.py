# What a UNet learns: the target of noisy latents [B, C, h, w], conditioned on text. Schedule, target and weight come with the batch.

class Learner(Module):
  __parameters__ = []
  __buffers__ = []
  optimizer : __torch__.Optimizer
  text : __torch__.TextEncoder
  unet : __torch__.Unet

  def ready(self: __torch__.Learner) -> int:
    for name in self.optimizer.weight.keys():
      if name.startswith("text."):
        self.text.put(name[5:], self.optimizer.weight[name])
      else:
        self.unet.put(name[5:], self.optimizer.weight[name])
    return self.text.fuse() + self.unet.fuse()

  # batch: sample, target [B, C, h, w]; timesteps, weight [B]; ids [B, T]
  def terms(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    ids = torch.to(batch["ids"], 4)
    end = torch.zeros([torch.size(ids, 0)], dtype=4)
    context = self.unet.context({"text": self.text.forward(ids, end, 0, True)["hidden"]})
    y = self.unet.forward({"sample": batch["sample"], "timesteps": batch["timesteps"]}, [context])
    square = torch.mean(torch.pow(torch.sub(y, batch["target"]), 2), [1, 2, 3])
    return {"loss": torch.mean(torch.mul(square, batch["weight"])), "square": torch.mean(square)}

