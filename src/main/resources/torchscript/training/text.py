# What a text encoder learns before any picture: to tell from a caption all that is to be seen, by one linear head an attribute.

class Learner(Module):
  __parameters__ = []
  __buffers__ = []
  optimizer : __torch__.Optimizer
  text : __torch__.TextEncoder

  def ready(self: __torch__.Learner) -> int:
    for name in self.optimizer.weight.keys():
      if name.startswith("text."):
        self.text.put(name[5:], self.optimizer.weight[name])
    return self.text.fuse()

  def head(self: __torch__.Learner, name: str, x: Tensor, label: Tensor) -> Tensor:
    scores = torch.linear(x, self.optimizer.weight["head." + name + ".weight"], self.optimizer.weight["head." + name + ".bias"])
    return torch.cross_entropy_loss(scores, label)

  # batch: ids [B, T]; at [B], a position from the end of the text on; after [B, T], 1 from there on, else 0; label.NAME [B] for each attribute.
  # Every position behind the text has to know the attributes, and so has their mean: a UNet looks at all of them.
  def terms(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    at, after = torch.to(batch["at"], 4), torch.unsqueeze(batch["after"], 2)
    hidden = self.text.forward(torch.to(batch["ids"], 4), at, 0, True)["hidden"]
    rows = torch.expand(torch.unsqueeze(torch.unsqueeze(at, 1), 2), [-1, 1, torch.size(hidden, 2)])
    here = torch.select(torch.gather(hidden, 1, rows), 1, 0)
    mean = torch.div(torch.sum(torch.mul(hidden, after), [1]), torch.sum(after, [1]))
    loss = torch.zeros([])
    for name in batch.keys():
      if name.startswith("label."):
        label = torch.to(batch[name], 4)
        loss = torch.add(loss, torch.add(self.head(name[6:], here, label), self.head(name[6:], mean, label)))
    return {"loss": loss}

