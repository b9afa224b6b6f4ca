package io.gazetteer.api.pages.admin;

import io.gazetteer.api.failure.DomainException;
import io.gazetteer.api.identity.auth.accesstokens.SigningKeys;
import io.gazetteer.api.identity.keys.EncryptionKeys;
import io.gazetteer.api.identity.keys.KeyView;
import io.gazetteer.api.pages.Answers;
import io.gazetteer.api.pages.Mistakes;
import io.gazetteer.api.pages.Texts;
import io.gazetteer.api.pages.Visit;
import io.gazetteer.api.web.input.FormFields;
import io.gazetteer.pages.Links;
import io.gazetteer.pages.admin.KeysPage;
import io.gazetteer.pages.admin.KeysPage.EncryptionRow;
import io.gazetteer.pages.admin.KeysPage.SigningRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows keys and renews them. */
@Controller
final class KeysPageController {
  private final Answers answers;
  private final EncryptionKeys encryption;
  private final SigningKeys signing;

  KeysPageController(Answers answers, EncryptionKeys encryption, SigningKeys signing) {
    this.answers = answers;
    this.encryption = encryption;
    this.signing = signing;
  }

  @GetMapping("/admin/keys")
  ResponseEntity<byte[]> show(Visit visit) {
    return answers.of(page(visit, null, null));
  }

  @PostMapping("/admin/keys/encryption")
  ResponseEntity<byte[]> rotate(Visit visit, FormFields form) {
    return doing(
        visit,
        encryption::rotate,
        "A new key encrypts from now on. Keep a copy of the keyset file.");
  }

  @PostMapping("/admin/keys/encryption/{id}/drop")
  ResponseEntity<byte[]> drop(@PathVariable String id, Visit visit, FormFields form) {
    return doing(visit, () -> encryption.drop(id), "The key is dropped.");
  }

  @PostMapping("/admin/keys/signing")
  ResponseEntity<byte[]> renew(Visit visit, FormFields form) {
    return doing(visit, signing::rotate, "A new key signs from now on.");
  }

  private ResponseEntity<byte[]> doing(Visit visit, Runnable change, String said) {
    try {
      change.run();
      return answers.of(page(visit, said, null));
    } catch (DomainException e) {
      return answers.again(page(visit, null, Mistakes.sentence(e)));
    }
  }

  private KeysPage page(Visit visit, @Nullable String notice, @Nullable String problem) {
    var ids = signing.ids();
    return new KeysPage(
        visit.frame("Keys", "admin"),
        notice,
        problem,
        encryption.views().stream().map(key -> row(visit, key)).toList(),
        ids.stream().map(id -> new SigningRow(id, id.equals(ids.getFirst()))).toList());
  }

  private static EncryptionRow row(Visit visit, KeyView key) {
    return new EncryptionRow(
        key.id(),
        key.state(),
        Texts.number(key.rows()),
        key.canBeDropped()
            ? visit.links().to("admin/keys/encryption/" + Links.encoded(key.id()) + "/drop")
            : null);
  }
}
