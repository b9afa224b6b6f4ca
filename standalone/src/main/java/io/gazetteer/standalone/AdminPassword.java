package io.gazetteer.standalone;

import io.gazetteer.standalone.settings.RandomPassword;
import java.util.Optional;

/** Says what this start knows of the first administrator's password. */
sealed interface AdminPassword {
  String USERNAME = "admin";

  /** Returns the password, when it is known here. */
  Optional<String> value();

  /** Returns the code of the one-time link, when this start has made one. */
  default Optional<String> linkCode() {
    return Optional.empty();
  }

  /** Returns one sentence for the banner. */
  String explanation();

  /** This start made the password up; it can be shown only now. */
  record Generated(String password, String code) implements AdminPassword {
    static Generated make() {
      return new Generated(RandomPassword.make(), RandomPassword.make());
    }

    @Override
    public Optional<String> linkCode() {
      return Optional.of(code);
    }

    @Override
    public Optional<String> value() {
      return Optional.of(password);
    }

    @Override
    public String explanation() {
      return "User " + USERNAME + ", password " + password + " (shown only now: keep it).";
    }

    @Override
    public String toString() {
      return "Generated";
    }
  }

  /** The user has chosen the password in the environment. */
  record Given(String password) implements AdminPassword {
    @Override
    public Optional<String> value() {
      return Optional.of(password);
    }

    @Override
    public String explanation() {
      return "User " + USERNAME + ", password: the one in GAZETTEER_ADMIN_PASSWORD.";
    }

    @Override
    public String toString() {
      return "Given";
    }
  }

  /** An earlier start set the password; only its hash is kept. */
  record Unknown() implements AdminPassword {
    @Override
    public Optional<String> value() {
      return Optional.empty();
    }

    @Override
    public String explanation() {
      return "User "
          + USERNAME
          + ", password as shown or chosen at the first start;"
          + " ./gazetteer create-admin NAME adds another administrator.";
    }
  }
}
