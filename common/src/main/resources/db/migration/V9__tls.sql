-- How connections to a data source are encrypted.

alter table data_source
    add column tls_mode       text not null default 'prefer'
                              check (tls_mode in ('disable', 'prefer', 'require', 'verify-full')),
    -- X.509 certificates in PEM; null: those the workers' JVM trusts.
    add column ca_certificate text check (ca_certificate <> ''),
    add check (ca_certificate is null or tls_mode in ('require', 'verify-full'));
