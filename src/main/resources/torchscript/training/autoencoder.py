# What an autoencoder learns from: pictures [B, 3, H, W] in [-1, 1] come back through a noisy latent.

# mean absolute difference of neighbouring pixels' differences
def edges(d: Tensor) -> Tensor:
  dx = torch.sub(torch.slice(d, 3, 1), torch.slice(d, 3, 0, -1))
  dy = torch.sub(torch.slice(d, 2, 1), torch.slice(d, 2, 0, -1))
  return torch.add(torch.mean(torch.abs(dx)), torch.mean(torch.abs(dy)))

# turned by quarter turns and resized, as EQ-VAE asks (Kouzelis et al. 2025, https://arxiv.org/abs/2502.09509)
def moved(x: Tensor, turns: int, height: int, width: int) -> Tensor:
  if torch.size(x, 2) != height or torch.size(x, 3) != width:
    x = torch._upsample_bilinear2d_aa(x, [height, width], False)
  return torch.rot90(x, turns, [2, 3])

class Learner(Module):
  __parameters__ = []
  __buffers__ = []
  optimizer : __torch__.Optimizer
  vae : __torch__.Autoencoder
  kl : float

  # weights that do not learn: empty, or the encoder's
  frozen : Dict[str, Tensor]

  def freeze(self: __torch__.Learner, weights: Dict[str, Tensor]) -> Dict[str, Tensor]:
    for name in weights.keys():
      self.frozen[name] = torch.clone(weights[name])
    return annotate(Dict[str, Tensor], {})

  def ready(self: __torch__.Learner) -> int:
    for name in self.frozen.keys():
      self.vae.put(name[4:], self.frozen[name])
    for name in self.optimizer.weight.keys():
      self.vae.put(name[4:], self.optimizer.weight[name])
    return self.vae.fuse()

  # batch: picture; noise [B, C, H/f, W/f]; optional move [3]: quarter turns, and height and width of the latent to decode
  def terms(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    x = batch["picture"]
    mean, log_variance = torch.chunk(self.vae.encode(x), 2, 1)
    log_variance = torch.clamp(log_variance, -30., 20.)
    z = torch.add(mean, torch.mul(torch.exp(torch.mul(log_variance, 0.5)), batch["noise"]))
    kl = torch.mul(torch.mean(torch.sub(torch.sub(torch.add(torch.pow(mean, 2), torch.exp(log_variance)), log_variance), 1.)), 0.5)
    if "move" in batch:
      move = batch["move"]
      turns, height, width = int(torch.item(move[0])), int(torch.item(move[1])), int(torch.item(move[2]))
      factor = torch.size(x, 2) // torch.size(z, 2)
      z = __torch__.moved(z, turns, height, width)
      x = __torch__.moved(x, turns, height * factor, width * factor)
    d = torch.sub(self.vae.decode(z), x)
    absolute, square = torch.mean(torch.abs(d)), torch.mean(torch.pow(d, 2))
    edge, coarse = __torch__.edges(d), torch.mean(torch.abs(torch.avg_pool2d(d, [4, 4])))
    loss = torch.add(torch.add(absolute, torch.mul(square, 2.)), torch.add(edge, torch.mul(coarse, 0.5)))
    return {"loss": torch.add(loss, torch.mul(kl, self.kl)), "absolute": absolute, "square": square, "edges": edge, "coarse": coarse, "kl": kl}
