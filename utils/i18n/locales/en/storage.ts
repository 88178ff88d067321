/** Words of backup, restore and storage health. */
export const storage = {
  storage_title: 'Backup and storage',

  storage_backup_title: 'Backup',
  storage_backup_words:
    'One file with everything in the notebook: creators with all their numbers, notes and tags, watchlist, checklist, settings and the log of what you did.',
  storage_last_backup: 'Last backup: {ago} ({time})',
  storage_no_backup: 'No backup was made of this notebook yet.',
  storage_backup_due:
    'It is time for a backup. Without one, a broken disk or a removed browser takes everything with it.',
  storage_back_up: 'Back up now',
  storage_backing_up: 'Backing up',
  storage_backed_up: 'Backup made, checked and handed to the browser’s downloads: {name}',
  storage_backup_keep:
    'Keep it somewhere else than on this computer. It is not encrypted: whoever has the file can read it.',
  storage_backup_cancelled: 'Cancelled. No file was made; the notebook is unchanged.',
  storage_backup_moved:
    'The notebook was being changed the whole time, so no backup was made. Nothing is lost: wait until the other work is done and try again.',
  storage_progress: '{done} of {total}',
  storage_progress_open_one: '{count} record',
  storage_progress_open_other: '{count} records',

  storage_restore_title: 'Restore from a backup',
  storage_restore_empty:
    'This notebook is empty: the backup comes back exactly as it was. The file is checked first.',
  storage_restore_merge:
    'This notebook has entries, so a backup is merged: what is missing here is added, and of two states the newer one wins. You see what would happen before anything is changed.',
  storage_file: 'Backup file',
  storage_choose: 'Choose a backup file…',
  storage_drop: 'or drop it here',
  storage_checking: 'Checking the file',
  storage_comparing: 'Comparing with the notebook',
  storage_preview: 'What is in the file',
  storage_whole_one: '{count} record, whole and unaltered',
  storage_whole_other: '{count} records, whole and unaltered',
  storage_count_added: 'New',
  storage_count_newer: 'Newer in the file',
  storage_count_kept: 'Stay as they are',
  storage_count_suppressed: 'Left out',
  storage_merge_words:
    'Nothing is removed. Left out is who was erased here or asked not to be stored. Settings and checklist stay as they are here.',
  storage_merge_nothing: 'Everything in this file is already here. There is nothing to do.',
  storage_goes_on:
    'This is the backup whose restore was interrupted. It goes on; what is in already is not doubled.',
  storage_restore: 'Restore',
  storage_go_on: 'Go on',
  storage_merge: 'Merge',
  storage_restoring: 'Restoring',
  storage_merging: 'Merging',
  storage_restored_one: '{count} record restored. You can go on working.',
  storage_restored_other: '{count} records restored. You can go on working.',
  storage_merged: 'Merged. It can be taken back as a whole for seven days.',
  storage_merged_toast: 'Backup merged',
  storage_restore_stopped:
    'Stopped in the middle: only a part of the backup is in. Choose the same file again to go on, or delete everything below.',
  storage_merge_stopped: 'Stopped. What was merged so far stays; it can be taken back as a whole.',
  storage_unfinished_restore:
    'A restore was not finished: {done} of {total} records are in. Choose the same file again to go on; nothing is doubled.',
  storage_unfinished_merge:
    'A merge was not finished: {done} of {total} records were looked at. Choose the same file again, or take back what was merged.',
  storage_take_back: 'Take back',
  storage_file_changed:
    'The file was changed after it was checked, so this stopped. What was put in before stays. Choose the file again.',
  storage_refused: 'This file was not restored. Nothing was changed.',
  storage_fault_line: '(line {line})',
  'storage_fault_not-gzip': 'It is not a backup: backups end in .deckhand.gz.',
  storage_fault_foreign: 'It was not made by Deckhand, or it is no backup.',
  storage_fault_newer: 'It was made by a newer Deckhand. Update Deckhand first, then choose it again.',
  storage_fault_truncated:
    'Its end is missing, for example because a download or a copy was cut off. Get the whole file and try again.',
  storage_fault_altered: 'It was altered or damaged after it was made. Take another backup.',
  'storage_fault_too-large': 'It unpacks to far more than a backup can be. It is not safe to open.',
  storage_fault_store: 'It holds a kind of entry that no backup has.',
  storage_fault_unsafe: 'It holds a name that no entry of Deckhand has and that could do harm.',
  storage_fault_record:
    'It holds an entry that does not fit: somebody wrote it by hand or with another program.',
  storage_fault_unreadable: 'The browser could not read it. Check that it is still there and try again.',
  storage_fault_cancelled: 'You stopped it.',

  storage_health_title: 'Storage on this computer',
  storage_records: 'Records',
  storage_creators: 'Creators',
  storage_used: 'Space used',
  storage_quota: 'Space allowed',
  storage_unknown: 'the browser does not say',
  storage_second_copy: 'Rolling second copy',
  storage_second_copy_none: 'none yet',
  storage_kept: 'Kept when the disk is full',
  storage_kept_yes: 'the browser promised',
  storage_kept_no: 'not promised yet',
  storage_keep: 'Ask the browser to keep it',
  storage_keep_words: 'The browser has not promised yet to keep this notebook when the disk runs short.',
  storage_keep_refused:
    'The browser did not agree. Nothing was changed. Use Deckhand for some days and ask again; until then back up often.',
  storage_scrub_pending:
    'Erased people are out of the notebook. The browser’s own files are rewritten in a moment; leave the browser open until then.',
  storage_check: 'Check every record',
  storage_check_words: 'Reads every record once and compares the counted numbers. Changes nothing.',
  storage_check_running: 'Checking records',
  storage_check_good_one: '{count} record read: all in order.',
  storage_check_good_other: '{count} records read: all in order.',
  storage_check_record_one: '{count} entry is not written as it should be.',
  storage_check_record_other: '{count} entries are not written as they should be.',
  'storage_check_no-owner_one': '{count} entry belongs to nobody.',
  'storage_check_no-owner_other': '{count} entries belong to nobody.',
  storage_check_counter_one: '{count} kept number is wrong.',
  storage_check_counter_other: '{count} kept numbers are wrong.',
  storage_check_next:
    'Nothing was changed and everything can still be used. Back up now. Wrong numbers are counted again when that backup is restored into an emptied notebook.',

  storage_wipe_title: 'Delete everything',
  storage_wipe_words:
    'Takes out the whole notebook and its second copies, as on the first day. Use it before you give this computer away.',
  storage_wipe: 'Delete everything',
  storage_wipe_confirm: 'Delete the whole notebook?',
  storage_wipe_goes:
    'All creators, notes, numbers, the watchlist, the checklist, settings, the log and the second copies go. This cannot be undone.',
  storage_wipe_stays: 'Files you saved, such as backups and exported tables, are not touched.',
  storage_wipe_backup: 'Back up first',
  storage_wipe_type: 'To confirm, type: {word}',
  storage_wipe_word: 'delete everything',
  storage_wiped: 'Everything is deleted. The notebook is as on the first day.',
};
