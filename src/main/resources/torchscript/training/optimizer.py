# Trainable weights and how they move. Masters are float32; a network computes with copies in its own type.

# Orthogonal matrix near x by Newton-Schulz steps (Jordan et al. 2024, https://kellerjordan.github.io/posts/muon/)
def orthogonal(x: Tensor) -> Tensor:
  m = torch.to(torch.flatten(x, 1), 15)
  tall = torch.size(m, 0) > torch.size(m, 1)
  if tall:
    m = torch.t(m)
  m = torch.div(m, torch.add(torch.norm(m), 9.9999999999999995e-08))
  for _ in range(5):
    a = torch.mm(m, torch.t(m))
    b = torch.add(torch.mul(a, -4.7750000000000004), torch.mm(a, a), alpha=2.0314999999999999)
    m = torch.add(torch.mul(m, 3.4445000000000001), torch.mm(b, m))
  if tall:
    m = torch.t(m)
  return torch.view_as(torch.to(torch.contiguous(m), 6), x)

class Optimizer(Module):
  __parameters__ = []
  __buffers__ = []
  weight : Dict[str, Tensor]
  first : Dict[str, Tensor]
  second : Dict[str, Tensor]
  average : Dict[str, Tensor]
  gradient : Dict[str, Tensor]
  rate : Dict[str, float]
  decay : Dict[str, float]
  beta1 : float
  beta2 : float
  eps : float
  momentum : float

  def add(self: __torch__.Optimizer, name: str, x: Tensor) -> int:
    x = torch.clone(torch.detach(x))
    self.average[name] = torch.clone(x)
    self.gradient[name] = torch.zeros_like(x)
    self.first[name] = torch.zeros_like(x)
    self.second[name] = torch.zeros_like(x)
    self.rate[name] = 1.
    self.decay[name] = 1.
    self.weight[name] = torch.requires_grad_(x, True)
    return len(self.weight)

  # count moving averages of every weight: the first is called as the weight is, the others NAME@1, NAME@2, ...
  def averages(self: __torch__.Optimizer, count: int) -> int:
    for name in self.weight.keys():
      for i in range(1, count):
        self.average[name + "@" + str(i)] = torch.clone(torch.detach(self.weight[name]))
    return len(self.average)

  # rate and decay multiply those of an update; matrix: Muon, which has one moment, instead of AdamW
  def traits(self: __torch__.Optimizer, name: str, rate: float, decay: float, matrix: bool) -> int:
    self.rate[name] = rate
    self.decay[name] = decay
    if matrix and name in self.second:
      gone = self.second.pop(name)
    return len(self.second)

  def part(self: __torch__.Optimizer, part: str) -> Dict[str, Tensor]:
    found = self.weight
    if part == "first":
      found = self.first
    if part == "second":
      found = self.second
    if part == "average":
      found = self.average
    if part == "gradient":
      found = self.gradient
    return found

  # gradients of the loss, multiplied by share, are added to those gathered since the last update
  def gather(self: __torch__.Optimizer, loss: Tensor, share: float) -> int:
    weights = annotate(List[Tensor], list(self.weight.values()))
    found = torch.autograd.grad([loss], weights, None, None, False, True)
    i = 0
    for name in self.weight.keys():
      g = found[i]
      if g is not None:
        torch.add_(self.gradient[name], g, alpha=share)
      i = i + 1
    return i

  # one step of AdamW (Loshchilov and Hutter 2017, https://arxiv.org/abs/1711.05101) or Muon; answers the gradients' norm before clipping.
  # Gradients that are not finite leave everything as it is. No operator that writes into the tensors of a list is used: the
  # graph's dead code elimination does not see such writes and drops it.
  def update(self: __torch__.Optimizer, step: int, rate: float, decay: float, clip: float, average: List[float]) -> float:
    norms = annotate(List[Tensor], [])
    for name in self.gradient.keys():
      norms.append(torch.norm(self.gradient[name]))
    norm = float(torch.item(torch.norm(torch.stack(norms))))
    if norm - norm == 0.:
      scale = clip / norm if clip > 0. and norm > clip else 1.
      for name in self.weight.keys():
        g = torch.mul_(self.gradient[name], scale)
        own = rate * self.rate[name]
        w = torch.mul_(torch.detach(self.weight[name]), 1. - own * decay * self.decay[name])
        if name in self.second:
          self.adam(name, w, g, step, own)
        else:
          m = torch.add_(torch.mul_(self.first[name], self.momentum), g)
          rows = torch.size(w, 0)
          shape = 0.20000000000000001 * torch.sqrt(float(max(rows, torch.numel(w) // rows)))
          w = torch.add_(w, __torch__.orthogonal(torch.add(g, m, alpha=self.momentum)), alpha=-own * shape)
        a = torch.lerp_(self.average[name], w, 1. - average[0])
        for i in range(1, len(average)):
          a = torch.lerp_(self.average[name + "@" + str(i)], w, 1. - average[i])
    for name in self.gradient.keys():
      g = torch.zero_(self.gradient[name])
    return norm

  def adam(self: __torch__.Optimizer, name: str, w: Tensor, g: Tensor, step: int, rate: float) -> int:
    m = torch.lerp_(self.first[name], g, 1. - self.beta1)
    v = torch.addcmul_(torch.mul_(self.second[name], self.beta2), g, g, value=1. - self.beta2)
    deviation = torch.add(torch.div(torch.sqrt(v), torch.sqrt(1. - self.beta2 ** step)), self.eps)
    w = torch.addcdiv_(w, m, deviation, value=-rate / (1. - self.beta1 ** step))
    return step

  def overwrite(self: __torch__.Optimizer, part: str, name: str, x: Tensor) -> int:
    x = torch.copy_(torch.detach(self.part(part)[name]), x)
    return 0
