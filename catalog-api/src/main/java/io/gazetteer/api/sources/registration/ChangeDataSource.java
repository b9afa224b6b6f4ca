package io.gazetteer.api.sources.registration;

import io.gazetteer.api.sources.NoSuchDataSourceException;
import io.gazetteer.api.sources.connectioncheck.TargetCheck;
import io.gazetteer.api.sources.registration.forms.DataSourceChange;
import io.gazetteer.common.catalog.DataSources;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Changes a data source to what may be reached; a new name is looked up in no transaction. */
@Component
public final class ChangeDataSource {
  private final DataSources dataSources;
  private final TargetCheck targets;
  private final DataSourceRegistry registry;

  ChangeDataSource(DataSources dataSources, TargetCheck targets, DataSourceRegistry registry) {
    this.dataSources = dataSources;
    this.targets = targets;
    this.registry = registry;
  }

  /**
   * Changes what the caller names, and leaves the rest as it is.
   *
   * @throws NoSuchDataSourceException when there is none, or not any more
   * @throws PasswordNeededException when the change comes without the password that it needs
   * @throws AlreadyRegisteredException when another one has the new address
   * @throws io.gazetteer.api.identity.users.AccountChangedException when the caller is no editor
   *     any more
   */
  public void change(UUID id, DataSourceChange change) {
    var before = dataSources.find(id).orElseThrow(NoSuchDataSourceException::new);
    var after = change.applyTo(before);
    if (!after.hostname().equals(before.hostname()) || after.port() != before.port()) {
      targets.check(after.hostname(), after.port());
      StillEditor.require();
    }
    try {
      registry.change(id, change);
    } catch (DuplicateKeyException e) {
      throw AlreadyRegisteredException.byChange();
    }
  }
}
