package io.gazetteer.standalone.judged;

/** Every second query of a kind is kept from those who work on the ranking. */
enum Half {
  TUNING("tuning"),
  HELD_BACK("held-back");

  private final String label;

  Half(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
