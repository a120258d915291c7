# What bit diffusion learns from: analog bits [B, C, h, w] come back from noise, half the time with a first guess beside them
# (Chen, Zhang and Hinton 2022, algorithm 1, https://arxiv.org/abs/2208.04202).

class Learner(Module):
  __parameters__ = []
  __buffers__ = []
  optimizer : __torch__.Optimizer
  unet : __torch__.PixelUnet

  def ready(self: __torch__.Learner) -> int:
    for name in self.optimizer.weight.keys():
      self.unet.put(name[5:], self.optimizer.weight[name])
    return self.unet.fuse()

  def predict(self: __torch__.Learner, x: Tensor, guess: Tensor, batch: Dict[str, Tensor]) -> Tensor:
    context = self.unet.context({"labels": batch["labels"]})
    return self.unet.forward({"sample": torch.cat([x, guess], 1), "timesteps": batch["timesteps"]}, [context])

  # batch: clean and noise [B, C, h, w]; alpha, sigma, timesteps, labels and guessed (0 or 1) [B]
  def terms(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    clean = batch["clean"]
    x = torch.add(torch.mul(clean, torch.reshape(batch["alpha"], [-1, 1, 1, 1])), torch.mul(batch["noise"], torch.reshape(batch["sigma"], [-1, 1, 1, 1])))
    guess = torch.zeros_like(x)
    guessed = torch.reshape(batch["guessed"], [-1, 1, 1, 1])
    if float(torch.item(torch.max(guessed))) > 0.:
      guess = torch.mul(torch.detach(self.predict(x, guess, batch)), guessed)
    return {"loss": torch.mean(torch.pow(torch.sub(self.predict(x, guess, batch), clean), 2))}
