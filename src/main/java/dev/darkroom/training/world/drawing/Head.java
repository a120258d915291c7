package dev.darkroom.training.world.drawing;

/**
 * Where a head is, for what it wears.
 *
 * @param top upper edge of the head itself, without ears
 * @param width half the width at the forehead
 * @param eyes height of the eyes
 * @param gap half the distance between the eyes
 */
record Head(double top, double width, double eyes, double gap) {}
