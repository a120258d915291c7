/** Reverse processes of which a part is known: it is put back whenever the network is asked. */
@NamedInterface("inpaint")
@NullMarked
package dev.darkroom.denoise.inpaint;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
