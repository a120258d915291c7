package dev.darkroom.training.world.drawing;

/** Draws one thing into the box from −100 to 100, standing on about y = 92. Stateless. */
@FunctionalInterface
interface Drawer {

    void draw(Brush brush, Look look);
}
