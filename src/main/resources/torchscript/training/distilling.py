# What a UNet learns from another one so that few steps do: its jump to the clean latent is to be the same from all points of the
# teacher's path (latent consistency distillation, Luo et al. 2023, algorithm 1, https://arxiv.org/abs/2310.04378).

# one column of factors [B, N] for latents [B, C, h, w]
def factor(factors: Tensor, column: int) -> Tensor:
  return torch.reshape(torch.select(factors, 1, column), [-1, 1, 1, 1])

def blend(factors: Tensor, column: int, x: Tensor, y: Tensor) -> Tensor:
  return torch.add(torch.mul(x, __torch__.factor(factors, column)), torch.mul(y, __torch__.factor(factors, column + 1)))

class Learner(Module):
  __parameters__ = []
  __buffers__ = []
  optimizer : __torch__.Optimizer
  text : __torch__.TextEncoder
  unet : __torch__.Unet
  teacher : __torch__.Unet
  target : __torch__.Unet

  # text encoder and teacher, which do not learn
  def freeze(self: __torch__.Learner, weights: Dict[str, Tensor]) -> Dict[str, Tensor]:
    for name in weights.keys():
      if name.startswith("text."):
        self.text.put(name[5:], torch.clone(weights[name]))
      else:
        self.teacher.put(name[8:], torch.clone(weights[name]))
    fused = self.text.fuse() + self.teacher.fuse()
    return annotate(Dict[str, Tensor], {})

  def ready(self: __torch__.Learner) -> int:
    for name in self.optimizer.weight.keys():
      self.unet.put(name[5:], self.optimizer.weight[name])
      self.target.put(name[5:], self.optimizer.average[name])
    return self.unet.fuse() + self.target.fuse()

  def context(self: __torch__.Learner, ids: Tensor) -> Tensor:
    ids = torch.to(ids, 4)
    return torch.detach(self.text.forward(ids, torch.zeros_like(torch.select(ids, 1, 0)), 0, True)["hidden"])

  # What the networks are told: level [B, 6]: timestep; in, skip and out, as which x and the answer y mean the clean latent
  # skip * x + out * y; and keep and jump, as which x and the clean latent make the consistency function.
  def input(self: __torch__.Learner, x: Tensor, level: Tensor) -> Dict[str, Tensor]:
    return {"sample": torch.mul(x, __torch__.factor(level, 1)), "timesteps": torch.contiguous(torch.select(level, 1, 0))}

  # batch: sample [B, C, h, w]; from and to, levels [B, 6]; step [B, 2], as which x and the clean latent make the less noisy latent;
  # ids [B, T] of captions, and empty [1, T]; guidance, a number
  def terms(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    x, high, low = batch["sample"], batch["from"], batch["to"]
    text = self.context(batch["ids"])
    told = self.input(x, high)
    asked = self.teacher.forward(told, [self.teacher.context({"text": text})])
    none = self.teacher.forward(told, [self.teacher.context({"text": self.context(batch["empty"])})])
    guided = torch.add(none, torch.mul(torch.sub(asked, none), batch["guidance"]))
    less = __torch__.blend(batch["step"], 0, x, __torch__.blend(high, 2, x, guided))
    y = self.target.forward(self.input(less, low), [self.target.context({"text": text})])
    goal = torch.detach(__torch__.blend(low, 4, less, __torch__.blend(low, 2, less, y)))
    y = self.unet.forward(told, [self.unet.context({"text": text})])
    jump = __torch__.blend(high, 4, x, __torch__.blend(high, 2, x, y))
    square = torch.pow(torch.sub(jump, goal), 2)
    # pseudo-Huber, which is nearly the absolute difference
    loss = torch.mean(torch.sub(torch.sqrt(torch.add(square, 9.9999999999999995e-07)), 0.001))
    return {"loss": loss, "square": torch.mean(square)}
