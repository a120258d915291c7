/**
 * The line of parameters that stable-diffusion-webui writes into its pictures, and many tools read: prompt, negative
 * prompt, {@code key: value} pairs.
 */
@NamedInterface("infotext")
@NullMarked
package dev.darkroom.text.infotext;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
