# What a UNet without a text learns: the target of noisy pictures [B, C, h, w]. Schedule, target and weight come with the batch.

class Learner(Module):
  __parameters__ = []
  __buffers__ = []
  optimizer : __torch__.Optimizer
  unet : __torch__.PixelUnet

  def ready(self: __torch__.Learner) -> int:
    for name in self.optimizer.weight.keys():
      self.unet.put(name[5:], self.optimizer.weight[name])
    return self.unet.fuse()

  # batch: sample, target [B, C, h, w]; timesteps, weight [B]; labels [B] if there are classes
  def terms(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    context = self.unet.context(batch)
    y = self.unet.forward({"sample": batch["sample"], "timesteps": batch["timesteps"]}, [context])
    square = torch.mul(torch.mean(torch.pow(torch.sub(y, batch["target"]), 2), [1, 2, 3]), batch["weight"])
    return {"loss": torch.mean(square)}
