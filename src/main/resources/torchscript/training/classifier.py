# What a classifier of pictures learns: to tell every attribute, by the cross-entropy of each head.

class Learner(Module):
  __parameters__ = []
  __buffers__ = []
  optimizer : __torch__.Optimizer
  classifier : __torch__.Classifier

  def ready(self: __torch__.Learner) -> int:
    for name in self.optimizer.weight.keys():
      self.classifier.put(name[11:], self.optimizer.weight[name])
    return self.classifier.fuse()

  # batch: picture [B, 3, S, S] in [-1, 1]; label.NAME [B] for each attribute
  def terms(self: __torch__.Learner, batch: Dict[str, Tensor]) -> Dict[str, Tensor]:
    features = self.classifier.features(batch["picture"])
    loss = torch.zeros([])
    for name in batch.keys():
      if name.startswith("label."):
        loss = torch.add(loss, torch.cross_entropy_loss(self.classifier.scores(features, name[6:]), torch.to(batch[name], 4)))
    return {"loss": loss}

