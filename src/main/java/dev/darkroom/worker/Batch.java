package dev.darkroom.worker;

import dev.darkroom.torch.DeviceOutOfMemoryException;
import java.util.List;

/** Evaluations that go into one network call. When the device has too little memory for all, it tries them in halves. */
final class Batch {

    private final BatchedNetwork network;
    private final List<Evaluation> evaluations;

    Batch(List<Evaluation> evaluations) {
        this.network = evaluations.get(0).key().network();
        this.evaluations = evaluations;
    }

    int rows() {
        return evaluations.stream()
                .mapToInt(evaluation -> evaluation.rows().size())
                .sum();
    }

    /** Runs the call and wakes everyone who waits for it, with outputs or with the failure. */
    void run() {
        try {
            deliver(network.evaluate(evaluations.stream()
                    .flatMap(evaluation -> evaluation.rows().stream())
                    .toList()));
        } catch (DeviceOutOfMemoryException tooMany) {
            if (evaluations.size() == 1) {
                fail(tooMany);
            } else {
                int half = evaluations.size() / 2;
                new Batch(evaluations.subList(0, half)).run();
                new Batch(evaluations.subList(half, evaluations.size())).run();
            }
        } catch (Throwable failure) { // handed to those who wait; the lane must outlive it
            fail(failure);
        }
    }

    private void deliver(List<float[]> outputs) {
        int next = 0;
        for (Evaluation evaluation : evaluations) {
            int end = next + evaluation.rows().size();
            evaluation.result().complete(outputs.subList(next, end));
            next = end;
        }
    }

    private void fail(Throwable failure) {
        evaluations.forEach(evaluation -> evaluation.result().completeExceptionally(failure));
    }
}
