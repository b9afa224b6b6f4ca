package io.gazetteer.api.sources.registration;

import io.gazetteer.api.crawls.control.CrawlControl;
import io.gazetteer.api.crawls.control.CrawlStarter;
import io.gazetteer.api.crawls.outbox.Outbox;
import io.gazetteer.api.web.Problem;
import io.gazetteer.api.web.ProblemCode;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.events.DataSourceDeleted;
import io.gazetteer.common.source.TlsMode;
import io.gazetteer.common.source.TlsSettings;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers, changes and deletes data sources; each in one transaction with its events. */
@Component
public class DataSourceRegistry {
  private final DataSourceRows sources;
  private final DataSourceSecrets secrets;
  private final CrawlStarter crawls;
  private final CrawlControl control;
  private final Outbox outbox;

  DataSourceRegistry(
      DataSourceRows sources,
      DataSourceSecrets secrets,
      CrawlStarter crawls,
      CrawlControl control,
      Outbox outbox) {
    this.sources = sources;
    this.secrets = secrets;
    this.crawls = crawls;
    this.control = control;
    this.outbox = outbox;
  }

  /** Registers and requests the first crawl; returns the new id. */
  @Transactional
  public UUID register(NewDataSource registration) {
    var id = UUID.randomUUID();
    byte[] secret;
    try (var password = registration.password()) {
      secret = secrets.encrypt(id, password);
    }
    if (!sources.insert(id, registration, secret)) {
      throw alreadyRegistered(registration);
    }
    crawls.insert(id, 1);
    return id;
  }

  private Problem alreadyRegistered(NewDataSource registration) {
    var problem =
        new Problem(
            ProblemCode.ALREADY_REGISTERED,
            "This database is registered already; change that registration, or delete it first");
    sources
        .findAddress(
            registration.kind(),
            registration.hostname(),
            registration.port(),
            registration.dbName())
        .ifPresent(existing -> problem.with("id", existing));
    return problem;
  }

  /**
   * Changes a data source. A stored password goes only where its owner sent it: a new host, port or
   * user needs it again, and so do weaker TLS settings.
   *
   * @throws DuplicateKeyException when another registration has the new address
   */
  @Transactional
  public void change(UUID id, DataSourceChange change) {
    var before = sources.lock(id).orElseThrow(DataSourceRegistry::notFound);
    var after = change.applyTo(before);
    if (change.password() == null && leadsElsewhere(before, after)) {
      throw new PasswordNeededException();
    }
    if (!after.equals(before)) {
      sources.update(after);
    }
    // Only then: whoever sends the same again and again must not put off the next crawl for ever.
    if (startsElsewhen(before, after)) {
      sources.reschedule(after);
    }
    if (change.password() != null) {
      try (var password = change.password()) {
        sources.updateSecret(id, secrets.encrypt(id, password));
      }
    }
  }

  private static boolean leadsElsewhere(DataSource before, DataSource after) {
    return !before.hostname().equals(after.hostname())
        || before.port() != after.port()
        || !before.username().equals(after.username())
        || trustsOthers(before.tls(), after.tls());
  }

  /** Whether somebody else than before could pose as the server and be sent the password. */
  private static boolean trustsOthers(TlsSettings before, TlsSettings after) {
    boolean isChecked = before.mode() == TlsMode.VERIFY_FULL || before.caCertificate() != null;
    return before.mode().demandsEncryption()
        && (after.mode().compareTo(before.mode()) < 0
            || (isChecked && !Objects.equals(before.caCertificate(), after.caCertificate())));
  }

  private static boolean startsElsewhen(DataSource before, DataSource after) {
    return !before.options().schedule().equals(after.options().schedule())
        || !before.options().timeZone().equals(after.options().timeZone());
  }

  /** Deletes at once for every reader; a worker purges the documents. */
  @Transactional
  public void delete(UUID id) {
    if (!sources.delete(id)) {
      throw notFound();
    }
    control.cancelOf(id);
    outbox.add(new DataSourceDeleted(id));
  }

  public static Problem notFound() {
    return new Problem(ProblemCode.NOT_FOUND, "There are no such credentials");
  }
}
