package dev.darkroom.evaluation;

import dev.darkroom.image.Picture;
import dev.darkroom.torch.PictureClassifier.Judgement;
import java.util.List;
import java.util.Set;

/** Says what is to be seen in pictures of any size. */
public interface Judge {

    /** Names of what it can tell. */
    Set<String> attributes();

    /** How many numbers the features of a picture are. */
    int features();

    /** What is to be seen in each, in order. */
    List<Judgement> judge(List<Picture> pictures);
}
