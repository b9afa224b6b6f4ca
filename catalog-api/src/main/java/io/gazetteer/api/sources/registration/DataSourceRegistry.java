package io.gazetteer.api.sources.registration;

import io.gazetteer.api.crawls.control.CrawlStarter;
import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.api.sources.registration.forms.DataSourceChange;
import io.gazetteer.api.sources.registration.forms.NewDataSource;
import io.gazetteer.api.sources.schedule.StartTimes;
import io.gazetteer.common.catalog.DataSource;
import io.gazetteer.common.catalog.DataSourceSecrets;
import io.gazetteer.common.source.TlsMode;
import io.gazetteer.common.source.TlsSettings;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores new data sources and changes to them; each in one transaction with its events. */
@Component
class DataSourceRegistry {
  private final DataSourceRows rows;
  private final DataSourceSecrets secrets;
  private final StartTimes times;
  private final CrawlStarter crawls;
  private final DataSourceJournal journal;

  DataSourceRegistry(
      DataSourceRows rows,
      DataSourceSecrets secrets,
      StartTimes times,
      CrawlStarter crawls,
      DataSourceJournal journal) {
    this.rows = rows;
    this.secrets = secrets;
    this.times = times;
    this.crawls = crawls;
    this.journal = journal;
  }

  /**
   * Stores a new data source and requests its first crawl; returns the new id.
   *
   * @throws AlreadyRegisteredException when another one has the address
   */
  @Transactional
  public UUID register(NewDataSource source) {
    var id = UUID.randomUUID();
    byte[] secret;
    try (var password = source.password()) {
      secret = secrets.encrypt(id, password);
    }
    if (!rows.insert(id, source, secret, times.next(id, source.options()))) {
      throw AlreadyRegisteredException.asNew(
          rows.findAddress(source.kind(), source.hostname(), source.port(), source.dbName()));
    }
    journal.registered(id, source);
    crawls.insert(id, 1);
    return id;
  }

  /**
   * Changes a data source. A stored password goes only where its owner sent it: a new host, port or
   * user needs it again, and so do weaker TLS settings.
   *
   * @throws NoSuchDataSourceException when there is none, or not any more
   * @throws PasswordNeededException when the change comes without the password that it needs
   * @throws org.springframework.dao.DuplicateKeyException when another one has the new address
   */
  @Transactional
  public void change(UUID id, DataSourceChange change) {
    var before = rows.lock(id).orElseThrow(NoSuchDataSourceException::new);
    var after = change.applyTo(before);
    if (change.password() == null && leadsElsewhere(before, after)) {
      throw new PasswordNeededException();
    }
    if (!after.equals(before)) {
      rows.update(after);
      journal.changed(after);
    }
    // Only then: whoever sends the same again and again must not put off the next crawl for ever.
    if (startsElsewhen(before, after)) {
      rows.reschedule(id, times.next(id, after.options()));
    }
    if (change.password() != null) {
      try (var password = change.password()) {
        rows.updateSecret(id, secrets.encrypt(id, password));
      }
      journal.passwordChanged(id);
    }
  }

  private static boolean leadsElsewhere(DataSource before, DataSource after) {
    return !before.hostname().equals(after.hostname())
        || before.port() != after.port()
        || !before.username().equals(after.username())
        || trustsOthers(before.tls(), after.tls());
  }

  /** Says whether somebody else than before could pose as the server and be sent the password. */
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
}
