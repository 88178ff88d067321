/** Words of what goes out of the competitor watch: pictures, files of looks, texts for a colleague. */
export const sharing = {
  watch_out: 'Save this look',
  watch_out_words:
    'The ZIP file holds a page that opens without a network: picture, facts, texts and layout. Nothing in it runs or loads.',
  watch_out_picture: 'Picture as {format}',
  watch_out_zip: 'All of it as ZIP',
  watch_out_all: 'Save every look as ZIP',
  watch_out_progress: '{done} of {total}',
  watch_out_split_one: 'Saved as {name}: too tall for one {format} picture, so it holds {count} file.',
  watch_out_split_other:
    'Saved as {name}: too tall for one {format} picture, so it holds {count} numbered files.',
  watch_out_most_one: 'Saved as {name}, with the newest look only.',
  watch_out_most_other: 'Saved as {name}, with the newest {count} looks.',
  watch_out_failed: 'The file could not be made. Nothing was saved.',
  watch_out_field: 'Field',
  watch_out_source: 'Source',
  watch_out_raw: 'As the page wrote it',
  watch_out_json: 'As JSON',
  watch_out_address: 'Address',
  watch_share_named: 'Copy for a colleague: {what}',
  watch_share_send: 'Share',
  watch_share_send_named: 'Share: {what}',
  watch_share_failed: 'The browser could not share it. Copy it instead.',
  watch_week_table: 'This week',
};
