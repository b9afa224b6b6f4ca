package io.gazetteer.worker.lease;

/** Says that the work was taken away from us: it stops without a trace. */
public class LeaseLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LeaseLostException(String work) {
    super("The lease on " + work + " is lost");
  }
}
