package dev.darkroom.training.stage;

/**
 * What the text stage is told.
 *
 * @param vocabulary the most entries of the vocabulary
 * @param surveyed examples whose captions and attributes are read before training
 * @param junk share of captions with a made-up word
 * @param evaluated captions never trained on
 */
record TextSettings(int vocabulary, int surveyed, double junk, int evaluated) {}
