/**
 * What the services load only when it is needed, loaded before the first test: else a module's constants seem to belong to the
 * test that happened to load it, and are counted though no test can have another one (`ignoreStatic`).
 */
import '@/utils/backup/check';
import '@/utils/backup/compare';
import '@/utils/backup/read';
import '@/utils/backup/write';
import '@/utils/invitation/read-invitation';
import '@/utils/packet/export';
import '@/utils/packet/parse';
import '@/utils/text/clarity';
