package dev.darkroom.api.v1;

/**
 * How a waiting client wants its picture.
 *
 * @param form JSON or the picture itself
 * @param cancelOnDisconnect whether the job ends when the client goes away
 */
record PictureAnswer(AnswerForm form, boolean cancelOnDisconnect) {}
